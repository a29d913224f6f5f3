import { deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import type { MonitorDatabase, VisitRow } from '../../src/store/schema.ts';
import type { StoreName } from '../../src/store/transact.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import type { Written } from './record-writes.ts';

const NAME = 'bare';

/**
 * How long bare idb takes for these writes, in a database of its own with the same stores and indexes, one strict
 * transaction for each of the lists: no reading, no judging, nothing but the rows. `before` are the visits that they
 * find there: to delete a row costs as much as to write one, and nothing when it is not there.
 */
export async function writeBare(
  transactions: readonly (readonly Written[])[],
  before: readonly VisitRow[],
): Promise<Milliseconds> {
  await deleteDB(NAME);
  const db = await openDB<MonitorDatabase>(NAME, MIGRATIONS.length, {
    upgrade: (fresh, _old, _new, upgrade) => {
      for (const migrate of MIGRATIONS) migrate(fresh, upgrade);
    },
  });
  const filled = db.transaction('visits', 'readwrite');
  for (const row of before) void filled.store.put(row);
  await filled.done;
  const start = performance.now();
  for (const writes of transactions) await writeOne(db, writes);
  const took = performance.now() - start;
  db.close();
  await deleteDB(NAME);
  return took;
}

type AnyStore = Record<Written['method'], (...args: readonly unknown[]) => Promise<unknown>>;

async function writeOne(db: IDBPDatabase<MonitorDatabase>, writes: readonly Written[]): Promise<void> {
  const stores = [...new Set(writes.map(({ store }) => store as StoreName))];
  const tx: IDBPTransaction<MonitorDatabase, StoreName[], 'readwrite'> = db.transaction(stores, 'readwrite', {
    durability: 'strict',
  });
  for (const { store, method, args } of writes) {
    const target = tx.objectStore(store as StoreName) as unknown as AnyStore;
    target[method](...args).catch(() => undefined);
  }
  await tx.done;
}
