import { type ReadonlySignal, signal } from '@preact/signals';
import type { StorageState } from '../../src/domain/storage-state.ts';
import { observeChanges, request } from '../../src/protocol/channel.ts';
import { text } from '../text.ts';
import type { NoticeModel } from './notice-model.ts';

/** Can what is measured be kept? The worker knows: it is the one that writes. */
export interface StorageModel {
  /** Undefined until the worker has answered. */
  readonly state: ReadonlySignal<StorageState | undefined>;
  readonly retry: () => void;
  /** Saves the loads that are held in memory as a report. */
  readonly saveHeld: () => void;
}

export function createStorageModel(notices: NoticeModel): StorageModel {
  const state = signal<StorageState>();
  /** A worker that is gone is no news: whoever reads the database says what is wrong with it. */
  const read = (): void =>
    void request('readStorage', undefined).then(
      (known) => (state.value = known),
      () => undefined,
    );
  const retry = async (): Promise<void> => void (state.value = await request('retryStorage', undefined));
  const save = async (): Promise<void> => {
    const { saveHeldVisits } = await import('./save-held-visits.ts');
    const name = saveHeldVisits(await request('readHeldVisits', undefined));
    notices.show({ tone: 'good', text: text('savedFile', name) });
  };
  observeChanges(({ pages }) => {
    if (pages.length === 0) read();
  });
  read();
  return { state, retry: () => notices.guard(retry()), saveHeld: () => notices.guard(save()) };
}
