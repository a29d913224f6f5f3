import { measureSize } from '../domain/measure-size.ts';
import { InputError } from '../domain/parse-report.ts';
import {
  type Arrival,
  ARRIVAL_STORES,
  type ArrivalSettings,
  type Enqueued,
  enqueueCapture,
  type Entrance,
  openEntrance,
  type PageArrival,
  readArrivalSettings,
  redactArrival,
  USUAL_SETTINGS,
} from './enqueue.ts';
import { JUDGED_STORES, type OpenVisits, openVisits } from './open-visits.ts';
import { buildVisit, judgeRow } from './process.ts';
import type { VisitRow } from './schema.ts';
import { type Database, type StoreName, transact, type Write } from './transact.ts';
import type { MeasuredSnapshot } from './write-visit.ts';

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
 *
 * Once `onCommit` has been called, nothing but the disk is waited for: the next captures may be brought, and wait there
 * for these. It is not called where captures are taken one by one, because the domain threw.
 */
export async function receiveCaptures(
  db: Database,
  arrivals: readonly Arrival[],
  onCommit?: () => void,
): Promise<readonly PromiseSettledResult<Received>[]> {
  try {
    const scope = { stores: STORES, durability: 'strict' } as const;
    return await transact(db, scope, (tx) => takeAll(tx, arrivals), onCommit);
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
  const lot = await openLot(tx, arrivals, lastSettings);
  lastSettings = lot.settings;
  const outcomes: PromiseSettledResult<Received>[] = [];
  for (const one of lot.redacted) {
    outcomes.push(one.status === 'rejected' ? one : await settle(() => take(lot, one.value)));
  }
  await lot.entrance.finish();
  await lot.visits.finish();
  return outcomes;
}

/** A guess at what has not been read yet: the settings by which the last captures came in. Never trusted. */
let lastSettings = USUAL_SETTINGS;

interface OpenLot {
  readonly settings: ArrivalSettings;
  readonly redacted: readonly PromiseSettledResult<PageArrival>[];
  readonly entrance: Entrance;
  readonly visits: OpenVisits;
  /** Of those that are likely to be the first of their visits, their snapshots. */
  readonly first: ReadonlyMap<PageArrival, MeasuredSnapshot>;
}

/** Reads all that is asked of a lot at once; and once more where the settings turn out to be others than `assumed`. */
async function openLot(tx: Write, arrivals: readonly Arrival[], assumed: ArrivalSettings): Promise<OpenLot> {
  const redacted = await Promise.all(
    arrivals.map((arrival) => settle(() => redactArrival(arrival, assumed))),
  );
  const valid = redacted.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const wanted = valid.map(({ capture: { visitId }, page }) => ({ visitId, page }));
  const reading = Promise.all([readArrivalSettings(tx), openEntrance(tx, valid), openVisits(tx, wanted)]);
  // Built while the disk answers, which has no need of this thread.
  const first = new Map(valid.flatMap((arrival) => buildFirst(arrival)));
  const [settings, entrance, visits] = await reading;
  if (!isSame(settings, assumed)) return openLot(tx, arrivals, settings);
  return { settings, redacted, entrance, visits, first };
}

function buildFirst(arrival: PageArrival): [PageArrival, MeasuredSnapshot][] {
  if (arrival.capture.resourceOffset > 0) return [];
  try {
    const snapshot = buildVisit(arrival, arrival.settings.kept);
    return [[arrival, { snapshot, bytes: measureSize(snapshot) }]];
  } catch {
    // It throws once more when it is taken, and each of its lot is then taken alone.
    return [];
  }
}

async function take({ entrance, visits, first }: OpenLot, arrival: PageArrival): Promise<Received> {
  const { place, queue } = entrance;
  const { status, row } = await place(arrival, visits.find(arrival.capture.visitId));
  if (row && !queue.isBusy(arrival.now) && row.notBefore <= arrival.now) {
    return { status, visit: judgeRow(row, visits, first.get(arrival)) };
  }
  if (row) queue.add(row);
  return { status, visit: undefined };
}

function isSame(one: ArrivalSettings, other: ArrivalSettings): boolean {
  if (one.kept !== other.kept || one.templates.length !== other.templates.length) return false;
  return one.templates.every((template, index) => template === other.templates[index]);
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
