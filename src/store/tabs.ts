import type { EpochMs } from '../domain/units.ts';
import { deleteFullBuckets, deleteTabBuckets } from './throttle.ts';
import { type Database, transact } from './transact.ts';

/** Forgets a tab that was closed. */
export function forgetTab(db: Database, tabId: number): Promise<void> {
  return transact(db, { stores: ['tabs', 'buckets'], durability: 'relaxed' }, async (tx) => {
    await tx.objectStore('tabs').delete(tabId);
    await deleteTabBuckets(tx, tabId);
  });
}

/** Forgets all tabs: after a restart of the browser the same numbers name other tabs. */
export function forgetAllTabs(db: Database): Promise<void> {
  return transact(db, { stores: ['tabs', 'buckets'], durability: 'relaxed' }, async (tx) => {
    await tx.objectStore('tabs').clear();
    await tx.objectStore('buckets').clear();
  });
}

/** Forgets tabs that were closed while nobody noticed, and buckets that have filled up again. */
export function forgetStale(
  db: Database,
  { isOpen, now }: { isOpen: (tabId: number) => boolean; now: EpochMs },
): Promise<void> {
  return transact(db, { stores: ['tabs', 'buckets'], durability: 'relaxed' }, async (tx) => {
    const tabs = tx.objectStore('tabs');
    for (const tabId of await tabs.getAllKeys()) if (!isOpen(tabId)) await tabs.delete(tabId);
    await deleteFullBuckets(tx, now);
  });
}
