import { InputError } from '../domain/parse-report.ts';
import {
  type Arrival,
  ARRIVAL_STORES,
  type Enqueued,
  enqueueCapture,
  placeCapture,
  readArrivalSettings,
  redactArrival,
} from './enqueue.ts';
import { judgeRow } from './process.ts';
import type { VisitRow } from './schema.ts';
import { JUDGED_STORES, type StoredVisits, storeVisits } from './store-visit.ts';
import { type Database, type StoreName, transact, type Write, write } from './transact.ts';

export interface Received {
  readonly status: Enqueued;
  /** The visit as it is now, when it was judged at once. */
  readonly visit: VisitRow | undefined;
}

const STORES: readonly StoreName[] = [...new Set<StoreName>([...ARRIVAL_STORES, ...JUDGED_STORES])];

/**
 * Puts captures on disk, in order, as `enqueueCapture` does and under the same conditions, and judges each in the same
 * transaction when its tab is not too fast and nothing that is due waits before it. That is nearly always, and saves a
 * second transaction and two copies of the capture. All share one strict transaction, whose commit costs as much as the
 * rows themselves; what is wrong with one of them is its own outcome. Rejects only when the disk fails: then none of
 * them may be acknowledged.
 */
export async function receiveCaptures(
  db: Database,
  arrivals: readonly Arrival[],
): Promise<readonly PromiseSettledResult<Received>[]> {
  try {
    return await transact(db, { stores: STORES, durability: 'strict' }, (tx) => takeAll(tx, arrivals));
  } catch (error) {
    if (error instanceof DOMException) throw error;
    // One of them makes the domain throw, and the others must not suffer for it.
    if (arrivals.length === 1)
      return Promise.allSettled(arrivals.map((arrival) => leaveToQueue(db, arrival)));
    const outcomes: PromiseSettledResult<Received>[] = [];
    for (const arrival of arrivals) outcomes.push(...(await receiveCaptures(db, [arrival])));
    return outcomes;
  }
}

async function leaveToQueue(db: Database, arrival: Arrival): Promise<Received> {
  return { status: await enqueueCapture(db, arrival), visit: undefined };
}

async function takeAll(tx: Write, arrivals: readonly Arrival[]): Promise<PromiseSettledResult<Received>[]> {
  const settings = await readArrivalSettings(tx);
  const visits = storeVisits(tx);
  const outcomes: PromiseSettledResult<Received>[] = [];
  for (const arrival of arrivals) {
    try {
      const redacted = redactArrival(arrival, settings);
      outcomes.push({ status: 'fulfilled', value: await take(tx, redacted, visits) });
    } catch (reason) {
      if (!(reason instanceof InputError)) throw reason;
      outcomes.push({ status: 'rejected', reason });
    }
  }
  visits.finish();
  return outcomes;
}

async function take(
  tx: Write,
  arrival: ReturnType<typeof redactArrival>,
  visits: StoredVisits,
): Promise<Received> {
  const due = tx.objectStore('queue').index('notBefore').count(IDBKeyRange.upperBound(arrival.now));
  const [{ status, row, previous }, before] = await Promise.all([
    placeCapture(tx, arrival),
    due,
    visits.prepare(arrival.page),
  ]);
  if (row && before === 0 && row.notBefore <= arrival.now) {
    return { status, visit: await judgeRow(row, previous, visits) };
  }
  if (row) write(tx.objectStore('queue').add(row));
  return { status, visit: undefined };
}
