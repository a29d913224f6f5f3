import type { Capture } from '../domain/capture.ts';
import { mergeCaptures } from '../domain/merge-captures.ts';
import { type KeptQuery, parsePage } from '../domain/page.ts';
import { InputError } from '../domain/parse-report.ts';
import { redactCapture } from '../domain/redact-capture.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import type { EpochMs, Ratio } from '../domain/units.ts';
import { loadLaneOf, type OpenQueue, openQueue, updateLaneOf } from './open-queue.ts';
import { readTemplatesIn } from './route-templates.ts';
import { readSetting } from './setting.ts';
import type { QueueRow, VisitRow } from './schema.ts';
import { type Buckets, openBuckets } from './throttle.ts';
import { type Database, transact, type Write } from './transact.ts';

export interface Arrival {
  readonly capture: Capture;
  /** Absent for a tail that came through the outbox. */
  readonly tabId: number | undefined;
  readonly now: EpochMs;
  /** See `Snapshot`; absent where that is not known. */
  readonly afterBrowserStart?: boolean;
  /** Share of the processor that was busy just before the load began, where that is known. */
  readonly busy?: Ratio;
}

/**
 * stored: it waits on disk to be judged. duplicate: this revision, or a newer one, is already there. coalesced: it
 * waits on disk in the place of an earlier load that came too fast. skipped: the load it belongs to was given up or
 * deleted before, so there is nothing to continue.
 */
export type Enqueued = 'stored' | 'duplicate' | 'coalesced' | 'skipped';

/** What becomes of a capture; with a row, it is still to be put into the queue, or to be judged in its stead. */
export interface Placed {
  readonly status: Enqueued;
  readonly row?: QueueRow;
}

/** Everything that is touched before a capture waits. */
export const ARRIVAL_STORES = ['queue', 'visits', 'skipped', 'buckets', 'counters', 'settings'] as const;

/**
 * Puts a capture, redacted, on disk in one strict transaction; once this resolves it may be acknowledged. It may be repeated and
 * come in any order: the newest revision of a visit wins, and what two revisions hold is joined while they wait.
 * Throws an InputError for a URL that is not a page's or a visit that belongs to another page, and an Error when the
 * queue is full of captures that cannot be given up; then nothing was stored and the sender should try again.
 */
export function enqueueCapture(db: Database, arrival: Arrival): Promise<Enqueued> {
  return transact(db, { stores: ARRIVAL_STORES, durability: 'strict' }, async (tx) => {
    const redacted = redactArrival(arrival, await readArrivalSettings(tx));
    const [entrance, stored] = await Promise.all([
      openEntrance(tx, [redacted]),
      tx.objectStore('visits').get(arrival.capture.visitId),
    ]);
    const { status, row } = await entrance.place(redacted, stored);
    if (row) entrance.queue.add(row);
    await entrance.finish();
    return status;
  });
}

/** What arrived, redacted as the user wishes, and the page it belongs to by the templates of now. */
export interface PageArrival extends Arrival {
  readonly page: string;
  readonly settings: ArrivalSettings;
}

/** What the user has decided about captures that come in. */
export interface ArrivalSettings {
  readonly kept: KeptQuery;
  readonly templates: readonly string[];
}

/** As long as the user has decided nothing. */
export const USUAL_SETTINGS: ArrivalSettings = { kept: DEFAULT_SETTINGS.keptQuery, templates: [] };

export async function readArrivalSettings(tx: Write): Promise<ArrivalSettings> {
  const [kept, templates] = await Promise.all([readSetting(tx, 'keptQuery'), readTemplatesIn(tx)]);
  return { kept, templates };
}

/** Throws an InputError for a URL that is not a page's. */
export function redactArrival(arrival: Arrival, settings: ArrivalSettings): PageArrival {
  const capture = redactCapture(arrival.capture, settings.kept);
  const page = parsePage(capture.url, settings.templates);
  if (!page) throw new InputError('capture: url: expected an http or https URL');
  return { ...arrival, capture, page: page.key, settings };
}

/** Where captures come in: what is asked of each is read for all of them at once. */
export interface Entrance {
  readonly queue: OpenQueue;
  /**
   * Finds out what becomes of a capture, and makes room for it. `stored` is its visit as it is on record. Rejects with
   * an InputError before anything is changed.
   */
  readonly place: (arrival: PageArrival, stored: VisitRow | undefined) => Promise<Placed>;
  /** Must be called in the same transaction, after the last capture. */
  readonly finish: () => Promise<void>;
}

export async function openEntrance(tx: Write, arrivals: readonly PageArrival[]): Promise<Entrance> {
  const buckets = openBuckets(tx);
  const slots = arrivals.map(({ capture: { visitId }, tabId, page, now }) => ({
    visitId,
    lane: loadLaneOf(tabId, page),
    now,
  }));
  const [queue] = await Promise.all([
    openQueue(tx, slots),
    ...arrivals.map(({ tabId, page }) => buckets.prepare({ kind: 'load', tabId, page })),
  ]);
  return {
    queue,
    place: (arrival, stored) => placeCapture({ queue, buckets }, arrival, stored),
    async finish() {
      buckets.finish();
      await queue.finish();
    },
  };
}

interface Door {
  readonly queue: OpenQueue;
  readonly buckets: Buckets;
}

async function placeCapture(door: Door, arrival: PageArrival, stored: VisitRow | undefined): Promise<Placed> {
  const { capture, page, settings } = arrival;
  const waiting = door.queue.findWaiting(capture.visitId);
  // The user may have changed a template since: what is known of the visit is asked for its page of now.
  const known = waiting?.capture.url ?? stored?.snapshot.url;
  if (known !== undefined && parsePage(known, settings.templates)?.key !== page)
    throw new InputError(`capture: visitId: expected a visit of ${page}, got one of another`);
  const revision = Math.max(waiting?.capture.revision ?? 0, stored?.snapshot.revision ?? 0);
  if (capture.revision <= revision) return { status: 'duplicate' };
  if (waiting) {
    door.queue.replaceCapture(waiting, mergeCaptures(waiting.capture, capture));
    return { status: 'stored' };
  }
  if (stored) return placeUpdate(door, arrival, stored);
  if (capture.resourceOffset > 0 || door.queue.isSkipped(capture.visitId)) return { status: 'skipped' };
  return placeLoad(door, arrival);
}

/** An update of a visit on record replaces nothing but its own earlier revision. */
async function placeUpdate(
  { queue, buckets }: Door,
  { capture, now }: Arrival,
  { visitId, tabId, page }: VisitRow,
): Promise<Placed> {
  await queue.makeRoom();
  const notBefore = await buckets.admit({ kind: 'update', tabId, page }, now);
  return { status: 'stored', row: { visitId, page, lane: updateLaneOf(visitId), tabId, capture, notBefore } };
}

async function placeLoad(
  { queue, buckets }: Door,
  { capture, tabId, page, now, afterBrowserStart, busy }: PageArrival,
): Promise<Placed> {
  const known = { afterBrowserStart, ...(busy !== undefined && { busy }) };
  const row = { visitId: capture.visitId, page, lane: loadLaneOf(tabId, page), tabId, capture, ...known };
  const ahead = queue.findAhead(row.lane, now);
  if (ahead) {
    queue.giveUp(ahead, 'coalesced');
    return { status: 'coalesced', row: { ...row, notBefore: ahead.notBefore } };
  }
  await queue.makeRoom();
  const notBefore = await buckets.admit({ kind: 'load', tabId, page }, now);
  return { status: 'stored', row: { ...row, notBefore } };
}
