import { deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import type { MonitorDatabase, VisitRow } from '../../src/store/schema.ts';
import type { StoreName } from '../../src/store/transact.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import type { Written } from './record-writes.ts';

const NAME = 'bare';

/**
 * How long bare idb takes for these writes, in a database of its own with the same stores and indexes, one strict
 * transaction for each of the lists, one after the other: no reading, no judging, nothing but the rows. `before` are the
 * visits that they find there, put there in strict batches as those of ours were: to delete a row that is not there costs
 * next to nothing.
 */
export async function writeBare(
  transactions: readonly (readonly Written[])[],
  before: readonly VisitRow[],
  batch: number,
): Promise<Milliseconds> {
  await deleteDB(NAME);
  const db = await openDB<MonitorDatabase>(NAME, MIGRATIONS.length, {
    upgrade: (fresh, _old, _new, upgrade) => {
      for (const migrate of MIGRATIONS) migrate(fresh, upgrade);
    },
  });
  for (let first = 0; first < before.length; first += batch) {
    const rows = before.slice(first, first + batch);
    await writeOne(
      db,
      rows.map((row) => ({ store: 'visits', method: 'put', args: [row] })),
    );
  }
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
