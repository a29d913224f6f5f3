import { type ReadonlySignal, signal } from '@preact/signals';
import { openMonitorDatabase } from '../../src/store/database.ts';
import { tellError } from '../tell-error.ts';

export type Database = Awaited<ReturnType<typeof openMonitorDatabase>>;

type DatabaseState =
  | { readonly status: 'opening' }
  | { readonly status: 'open'; readonly db: Database }
  | { readonly status: 'failed'; readonly reason: string };

export interface DatabaseModel {
  readonly state: ReadonlySignal<DatabaseState>;
  /** Opens it again after a failure. */
  readonly retry: () => void;
  /** Told by a read that failed. A connection the browser has closed is opened anew; anything else is shown. */
  readonly reportFailure: (error: unknown) => void;
}

export function createDatabaseModel(): DatabaseModel {
  const state = signal<DatabaseState>({ status: 'opening' });
  const fail = (error: unknown): void => {
    state.value = { status: 'failed', reason: tellError(error) };
  };
  const open = (): void => {
    state.value = { status: 'opening' };
    openMonitorDatabase().then((db) => (state.value = { status: 'open', db }), fail);
  };
  open();
  const reportFailure = (error: unknown): void => {
    const closed = error instanceof DOMException && error.name === 'InvalidStateError';
    if (closed && state.peek().status === 'open') open();
    else fail(error);
  };
  return { state, retry: open, reportFailure };
}
