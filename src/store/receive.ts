import {
  type Arrival,
  ARRIVAL_STORES,
  type Enqueued,
  enqueueCapture,
  placeCapture,
  redactArrival,
} from './enqueue.ts';
import { InputError } from '../domain/parse-report.ts';
import { judgeRow } from './process.ts';
import type { VisitRow } from './schema.ts';
import { JUDGED_STORES, readBasis } from './store-visit.ts';
import { type Database, type StoreName, transact, write } from './transact.ts';

export interface Received {
  readonly status: Enqueued;
  /** The visit as it is now, when it was judged at once. */
  readonly visit: VisitRow | undefined;
}

const STORES: readonly StoreName[] = [...new Set<StoreName>([...ARRIVAL_STORES, ...JUDGED_STORES])];

/**
 * Puts a capture on disk as `enqueueCapture` does, under the same conditions, and judges it in the same transaction
 * when its tab is not too fast and nothing that is due waits before it. That is nearly always, and saves a second
 * transaction and two copies of the capture. One that makes the domain throw is left to the queue.
 */
export async function receiveCapture(db: Database, arrival: Arrival): Promise<Received> {
  try {
    return await transact(db, { stores: STORES, durability: 'strict' }, async (tx) => {
      const redacted = await redactArrival(tx, arrival);
      const due = tx.objectStore('queue').index('notBefore').count(IDBKeyRange.upperBound(arrival.now));
      const [{ status, row, previous }, known, before] = await Promise.all([
        placeCapture(tx, redacted),
        readBasis(tx, redacted.page),
        due,
      ]);
      if (row && before === 0 && row.notBefore <= arrival.now) {
        // An update stays with the page its visit was measured for, whatever the templates say now.
        const basis = row.page === redacted.page ? known : await readBasis(tx, row.page);
        return { status, visit: await judgeRow(tx, row, { previous, basis }) };
      }
      if (row) write(tx.objectStore('queue').add(row));
      return { status, visit: undefined };
    });
  } catch (error) {
    if (error instanceof DOMException || error instanceof InputError) throw error;
    return { status: await enqueueCapture(db, arrival), visit: undefined };
  }
}
