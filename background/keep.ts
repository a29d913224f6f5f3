import { forgetLoss } from '../src/store/birth.ts';
import { countDropped } from '../src/store/counters.ts';
import { openMonitorDatabase } from '../src/store/database.ts';
import type { Arrival } from '../src/store/enqueue.ts';
import { probeStorage } from '../src/store/probe.ts';
import { receiveCaptures, type Received } from '../src/store/receive.ts';
import { classifyStorageError } from '../src/store/storage-error.ts';
import { holdCapture, moveHeld } from './held.ts';
import { inLots } from './in-lots.ts';
import { forgetFailure, noteFailure, readFailure } from './storage-watch.ts';

/** Captures that share a transaction when many come at once: the last of them waits for all. */
export const MAX_LOT = 20;

const receiveCapture = inLots<Arrival, Received>(
  async (arrivals, letNextBegin) => receiveCaptures(await openMonitorDatabase(), arrivals, letNextBegin),
  MAX_LOT,
);

/**
 * Puts a capture on disk; once this resolves it may be acknowledged. When the disk does not take it, it is held in
 * memory, which is no reason to acknowledge it, and this rejects.
 */
export async function keepCapture(arrival: Arrival): Promise<Received> {
  try {
    return await receiveCapture(arrival);
  } catch (error) {
    if (classifyStorageError(error)) await noteFailure(error, await holdCapture(arrival));
    throw error;
  }
}

/** After a failure: tries whether the disk works again and moves there what was held. Rejects when it does not. */
export function recoverStorage(): Promise<void> {
  return navigator.locks.request('recover', async () => {
    const failure = await readFailure();
    if (!failure) return;
    const db = await openMonitorDatabase();
    await probeStorage(db);
    await moveHeld(db);
    await countDropped(db, failure.dropped);
    await forgetFailure();
  });
}

/** The same at the wish of the user, who has also seen the news of a loss. */
export async function retryStorage(): Promise<void> {
  try {
    await recoverStorage();
    await forgetLoss(await openMonitorDatabase());
  } catch (error) {
    await noteFailure(error);
  }
}
