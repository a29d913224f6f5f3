import type { Bytes } from '../domain/units.ts';
import { type Database, transact } from './transact.ts';

/** A capture takes tens of kilobytes and must fit once more as a snapshot. */
const PROBE_BYTES: Bytes = 256 * 1024;

const PROBE = 'probe';

/** Does the disk take as much as a load needs? Rejects with the browser's error when not; leaves nothing behind. */
export async function probeStorage(db: Database): Promise<void> {
  const scope = { stores: ['settings'], durability: 'strict' } as const;
  try {
    await transact(db, scope, (tx) => tx.objectStore('settings').put(new Uint8Array(PROBE_BYTES), PROBE));
  } finally {
    await transact(db, scope, (tx) => tx.objectStore('settings').delete(PROBE));
  }
}
