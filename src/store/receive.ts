import { InputError } from '../domain/parse-report.ts';
import {
  type Arrival,
  ARRIVAL_STORES,
  type Enqueued,
  enqueueCapture,
  type Entrance,
  openEntrance,
  type PageArrival,
  readArrivalSettings,
  redactArrival,
} from './enqueue.ts';
import { judgeRow } from './process.ts';
import type { VisitRow } from './schema.ts';
import { JUDGED_STORES, type OpenVisits, openVisits } from './open-visits.ts';
import { type Database, type StoreName, transact, type Write } from './transact.ts';

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
    if (arrivals.length === 1) {
      return Promise.allSettled(
        arrivals.map(async (arrival) => ({ status: await enqueueCapture(db, arrival), visit: undefined })),
      );
    }
    const outcomes: PromiseSettledResult<Received>[] = [];
    for (const arrival of arrivals) outcomes.push(...(await receiveCaptures(db, [arrival])));
    return outcomes;
  }
}

async function takeAll(tx: Write, arrivals: readonly Arrival[]): Promise<PromiseSettledResult<Received>[]> {
  const settings = await readArrivalSettings(tx);
  const redacted = await Promise.all(
    arrivals.map((arrival) => settle(() => redactArrival(arrival, settings))),
  );
  const valid = redacted.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const wanted = valid.map(({ capture: { visitId }, page }) => ({ visitId, page }));
  const [entrance, visits] = await Promise.all([openEntrance(tx, valid), openVisits(tx, wanted)]);
  const outcomes: PromiseSettledResult<Received>[] = [];
  for (const one of redacted) {
    outcomes.push(one.status === 'rejected' ? one : await settle(() => take(entrance, visits, one.value)));
  }
  await entrance.finish();
  await visits.finish();
  return outcomes;
}

async function take({ place, queue }: Entrance, visits: OpenVisits, arrival: PageArrival): Promise<Received> {
  const { status, row } = await place(arrival, visits.find(arrival.capture.visitId));
  if (row && !queue.isBusy(arrival.now) && row.notBefore <= arrival.now) {
    return { status, visit: judgeRow(row, visits) };
  }
  if (row) queue.add(row);
  return { status, visit: undefined };
}

/** What is wrong with one of many is its own outcome; any other fault is that of all. */
async function settle<Value>(work: () => Value | Promise<Value>): Promise<PromiseSettledResult<Value>> {
  try {
    return { status: 'fulfilled', value: await work() };
  } catch (reason) {
    if (!(reason instanceof InputError)) throw reason;
    return { status: 'rejected', reason };
  }
}
