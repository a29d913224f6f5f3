import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
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
 */
export async function transact<Result>(
  db: Database,
  { stores, durability }: Scope,
  work: (tx: Write) => Promise<Result>,
): Promise<Result> {
  const tx = db.transaction([...stores], 'readwrite', { durability });
  const done = tx.done;
  done.catch(() => undefined);
  try {
    const result = await work(tx);
    await done;
    return result;
  } catch (error) {
    abort(tx);
    await done.catch(() => undefined);
    throw error;
  }
}

/** Leaves a write to its transaction, which fails as a whole if it fails: there is nothing to wait for. */
export function write(request: Promise<unknown>): void {
  request.catch(() => undefined);
}

function abort(tx: Write): void {
  try {
    tx.abort();
  } catch {
    // It had ended by itself, which is what was wanted.
  }
}
