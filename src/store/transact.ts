import { type IDBPDatabase, type IDBPTransaction, type StoreNames, unwrap } from 'idb';
import type { MonitorDatabase } from './schema.ts';

export type Database = IDBPDatabase<MonitorDatabase>;
export type StoreName = StoreNames<MonitorDatabase>;
export type Write = IDBPTransaction<MonitorDatabase, StoreName[], 'readwrite'>;

export interface Scope {
  readonly stores: readonly StoreName[];
  /** strict for what was acknowledged: it survives a power cut. relaxed for what can be made again. */
  readonly durability: 'strict' | 'relaxed';
}

/**
 * Runs `work` in one transaction: either everything it wrote is on disk when the promise resolves, or nothing is.
 * Must: `work` awaits nothing but requests of this transaction; anything else lets the browser commit half of it.
 * `onCommit` is called when nothing more is to be done here, and only the disk is waited for.
 */
export async function transact<Result>(
  db: Database,
  { stores, durability }: Scope,
  work: (tx: Write) => Promise<Result>,
  onCommit?: () => void,
): Promise<Result> {
  const tx = db.transaction([...stores], 'readwrite', { durability });
  const done = tx.done;
  done.catch(() => undefined);
  const ended = waitForEnd(unwrap(tx));
  try {
    const result = await work(tx);
    // At once: the browser would commit only when every answer has been delivered.
    end(tx, 'commit');
    onCommit?.();
    await done;
    return result;
  } catch (error) {
    end(tx, 'abort');
    // A write that nobody waits for fails the transaction, which alone knows why.
    throw (await ended) ?? error;
  }
}

/** What the browser gave it up for; null when it did not. */
function waitForEnd(tx: IDBTransaction): Promise<DOMException | null> {
  return new Promise((resolve) => {
    for (const type of ['complete', 'abort']) tx.addEventListener(type, () => resolve(tx.error));
  });
}

type Row<Name extends StoreName> = MonitorDatabase[Name]['value'];
type Key<Name extends StoreName> = MonitorDatabase[Name]['key'];

/**
 * Writes a row and leaves it to its transaction, which fails as a whole when a write fails: there is nothing to wait for,
 * and no promise is made. With a key where the rows of the store have none in them.
 */
export function put<Name extends StoreName>(tx: Write, store: Name, row: Row<Name>, key?: Key<Name>): void {
  unwrap(tx).objectStore(store).put(row, key);
}

/** The same for a row whose key the database gives. */
export function add<Name extends StoreName>(tx: Write, store: Name, row: Row<Name>): void {
  unwrap(tx).objectStore(store).add(row);
}

/** The same for a row that has to go. One that is not there is no error. */
export function remove<Name extends StoreName>(tx: Write, store: Name, key: Key<Name>): void {
  unwrap(tx).objectStore(store).delete(key);
}

function end(tx: Write, how: 'commit' | 'abort'): void {
  try {
    tx[how]();
  } catch {
    // It had ended by itself, and is asked how.
  }
}
