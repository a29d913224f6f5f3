import { IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { vi } from 'vitest';
import type { StorageProblem } from '../domain/storage-state.ts';
import { closeMonitorDatabase } from './database.ts';
import { DATABASE_NAME, DATABASE_VERSION } from './schema.ts';

/** Ways in which a disk fails; each breaks it and gives back what mends it. */
export const DISK_FAULTS = {
  'cannot-open': async () => {
    await closeMonitorDatabase();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    return async () => open.mockRestore();
  },
  'no-answer': async () => {
    await closeMonitorDatabase();
    const holder = await openDB(DATABASE_NAME);
    const upgrade = openDB(DATABASE_NAME, DATABASE_VERSION + 1, {
      upgrade: (_db, _from, _to, tx) => {
        tx.done.catch(() => undefined);
        tx.abort();
      },
    }).catch(() => undefined);
    return async () => {
      holder.close();
      await upgrade;
    };
  },
  full: async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function refuse(
      this: IDBObjectStore,
    ) {
      this.transaction.abort();
      throw new DOMException('no space', 'QuotaExceededError');
    });
    return async () => put.mockRestore();
  },
} satisfies Partial<Record<StorageProblem, () => Promise<() => Promise<void>>>>;

/** What an extension of tomorrow leaves behind. */
export async function upgradeBeyond(): Promise<void> {
  await closeMonitorDatabase();
  (await openDB(DATABASE_NAME, DATABASE_VERSION + 1)).close();
}
