import { DEFAULT_BUDGET } from '../domain/budget.ts';
import { deleteMonitorDatabase, openMonitorDatabase } from './database.ts';
import { removePage } from './evict.ts';
import { classifyStorageError } from './storage-error.ts';
import { type Database, remove, transact } from './transact.ts';

/** Deletes a page with everything it owns, also what still waits to be judged. A page that is not there is no error. */
export function deletePage(db: Database, page: string): Promise<void> {
  const stores = ['queue', 'visits', 'pages', 'events', 'tabs', 'buckets'] as const;
  return transact(db, { stores, durability: 'strict' }, async (tx) => {
    const waiting = await tx.objectStore('queue').index('page').getAllKeys(page);
    for (const id of waiting) remove(tx, 'queue', id);
    await removePage(tx, page);
  });
}

/**
 * Empties every store. What is left is what a new installation has: the default budget. Data that cannot be read, or
 * only by a newer version, go with the database as a whole: the user wants them gone, and there is no other way out.
 * While another context holds the database nothing is done.
 */
export async function deleteEverything(): Promise<void> {
  try {
    await emptyStores(await openMonitorDatabase());
  } catch (error) {
    const problem = classifyStorageError(error);
    if (problem === undefined || problem === 'no-answer') throw error;
    await deleteMonitorDatabase();
  }
}

function emptyStores(db: Database): Promise<void> {
  return transact(db, { stores: [...db.objectStoreNames], durability: 'strict' }, async (tx) => {
    for (const name of db.objectStoreNames) await tx.objectStore(name).clear();
    await tx.objectStore('budgets').put({ id: DEFAULT_BUDGET.id, position: 0, budget: DEFAULT_BUDGET });
  });
}
