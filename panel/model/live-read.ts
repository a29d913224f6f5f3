import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Database, DatabaseModel } from './database-model.ts';

interface LiveReadOptions<Key, Value> {
  readonly database: DatabaseModel;
  /** The signals it reads decide when to read again. */
  readonly key: () => Key;
  readonly read: (db: Database, key: Key) => Promise<Value>;
}

/**
 * A signal that follows the database. At most one read is on its way; whatever happens meanwhile causes exactly one
 * more, so that a storm of hints costs two reads. A failed read fails the database, which shows how to go on.
 */
export function liveRead<Key, Value>(
  options: LiveReadOptions<Key, Value>,
): ReadonlySignal<Value | undefined> {
  const { database, key, read } = options;
  const result = signal<Value>();
  let reading = false;
  let next: (() => void) | undefined;
  const start = async (db: Database, wanted: Key): Promise<void> => {
    reading = true;
    try {
      result.value = await read(db, wanted);
    } catch (error) {
      database.reportFailure(error);
    }
    reading = false;
    const following = next;
    next = undefined;
    following?.();
  };
  effect(() => {
    const wanted = key();
    const state = database.state.value;
    if (state.status !== 'open') return;
    const run = (): void => void start(state.db, wanted);
    if (reading) next = run;
    else run();
  });
  return result;
}
