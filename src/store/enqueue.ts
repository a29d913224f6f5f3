import type { Capture } from '../domain/capture.ts';
import { MAX_QUEUE_ROWS, MAX_SKIPPED_VISITS } from '../domain/limits.ts';
import { mergeCaptures } from '../domain/merge-captures.ts';
import { type KeptQuery, parsePage } from '../domain/page.ts';
import { InputError } from '../domain/parse-report.ts';
import { redactCapture } from '../domain/redact-capture.ts';
import type { EpochMs, Ratio } from '../domain/units.ts';
import { addToCounter } from './counters.ts';
import { readTemplatesIn } from './route-templates.ts';
import { readSetting } from './setting.ts';
import type { CounterName, QueueRow, VisitRow } from './schema.ts';
import { admit, readBucket } from './throttle.ts';
import type { TokenBucket } from './token-bucket.ts';
import { type Database, transact, type Write, write } from './transact.ts';

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
  /** The visit on record that the row is an update of. */
  readonly previous?: VisitRow;
}

/** What is read to place a capture, all at once: a transaction is as slow as the answers it waits for in turn. */
interface Place {
  readonly waiting: QueueRow | undefined;
  readonly stored: VisitRow | undefined;
  readonly isSkipped: boolean;
  /** The load that still waits in its lane. */
  readonly ahead: QueueRow | undefined;
  readonly bucket: TokenBucket | undefined;
  readonly queued: number;
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
    const { status, row } = await placeCapture(tx, redactArrival(arrival, await readArrivalSettings(tx)));
    if (row) write(tx.objectStore('queue').add(row));
    return status;
  });
}

/** What arrived, redacted as the user wishes, and the page it belongs to by the templates of now. */
interface PageArrival extends Arrival {
  readonly page: string;
  readonly templates: readonly string[];
}

/** What the user has decided about captures that come in. */
interface ArrivalSettings {
  readonly kept: KeptQuery;
  readonly templates: readonly string[];
}

export async function readArrivalSettings(tx: Write): Promise<ArrivalSettings> {
  const [kept, templates] = await Promise.all([readSetting(tx, 'keptQuery'), readTemplatesIn(tx)]);
  return { kept, templates };
}

/** Throws an InputError for a URL that is not a page's. */
export function redactArrival(arrival: Arrival, { kept, templates }: ArrivalSettings): PageArrival {
  const capture = redactCapture(arrival.capture, kept);
  const page = parsePage(capture.url, templates);
  if (!page) throw new InputError('capture: url: expected an http or https URL');
  return { ...arrival, capture, page: page.key, templates };
}

/**
 * Finds out what becomes of a redacted capture, and makes room for it. Throws an InputError before anything is written.
 */
export async function placeCapture(tx: Write, arrival: PageArrival): Promise<Placed> {
  const { capture, page, templates } = arrival;
  const place = await readPlace(tx, arrival);
  const { waiting, stored } = place;
  // The user may have changed a template since: what is known of the visit is asked for its page of now.
  const known = waiting?.capture.url ?? stored?.snapshot.url ?? capture.url;
  if (parsePage(known, templates)?.key !== page)
    throw new InputError(`capture: visitId: expected a visit of ${page}, got one of another`);
  const revision = Math.max(waiting?.capture.revision ?? 0, stored?.snapshot.revision ?? 0);
  if (capture.revision <= revision) return { status: 'duplicate' };
  if (waiting) {
    write(tx.objectStore('queue').put({ ...waiting, capture: mergeCaptures(waiting.capture, capture) }));
    return { status: 'stored' };
  }
  if (stored) return placeUpdate(tx, arrival, place, stored);
  if (capture.resourceOffset > 0 || place.isSkipped) return { status: 'skipped' };
  return placeLoad(tx, arrival, place);
}

async function readPlace(tx: Write, { capture: { visitId }, tabId, page, now }: PageArrival): Promise<Place> {
  const queue = tx.objectStore('queue');
  const lane = laneOf(tabId, page);
  const stillWaiting = IDBKeyRange.bound([lane, now], [lane, Number.POSITIVE_INFINITY], true);
  const [waiting, stored, skipped, ahead, bucket, queued] = await Promise.all([
    queue.index('visit').get(visitId),
    tx.objectStore('visits').get(visitId),
    tx.objectStore('skipped').index('visit').getKey(visitId),
    queue.index('lane').get(stillWaiting),
    readBucket(tx, { kind: 'load', tabId, page }),
    queue.count(),
  ]);
  return { waiting, stored, isSkipped: skipped !== undefined, ahead, bucket, queued };
}

/** An update of a visit on record replaces nothing but its own earlier revision. */
async function placeUpdate(
  tx: Write,
  { capture, now }: Arrival,
  { queued }: Place,
  previous: VisitRow,
): Promise<Placed> {
  const { visitId, tabId, page } = previous;
  const throttled = { kind: 'update', tabId, page } as const;
  const bucket = await readBucket(tx, throttled);
  await makeRoom(tx, queued);
  const notBefore = admit(tx, throttled, bucket, now);
  const row = { visitId, page, lane: `update ${visitId}`, tabId, capture, notBefore };
  return { status: 'stored', row, previous };
}

async function placeLoad(
  tx: Write,
  { capture, tabId, page, now, afterBrowserStart, busy }: PageArrival,
  { ahead, bucket, queued }: Place,
): Promise<Placed> {
  const known = { afterBrowserStart, ...(busy !== undefined && { busy }) };
  const row = { visitId: capture.visitId, page, lane: laneOf(tabId, page), tabId, capture, ...known };
  if (ahead) {
    await giveUp(tx, ahead, 'coalesced');
    return { status: 'coalesced', row: { ...row, notBefore: ahead.notBefore } };
  }
  await makeRoom(tx, queued);
  const notBefore = admit(tx, { kind: 'load', tabId, page }, bucket, now);
  return { status: 'stored', row: { ...row, notBefore } };
}

function laneOf(tabId: number | undefined, page: string): string {
  return `load ${tabId ?? ''} ${page}`;
}

/** Keeps the queue within its bound: the oldest load that may still be followed by a better revision goes first. */
async function makeRoom(tx: Write, queued: number): Promise<void> {
  if (queued < MAX_QUEUE_ROWS) return;
  let cursor = await tx.objectStore('queue').openCursor();
  while (cursor && !isProvisionalLoad(cursor.value)) cursor = await cursor.continue();
  if (!cursor) throw new Error(`the queue is full: ${MAX_QUEUE_ROWS} captures wait to be judged`);
  await giveUp(tx, cursor.value, 'dropped');
}

function isProvisionalLoad(row: QueueRow): boolean {
  return row.capture.stage === 'provisional' && isLoad(row);
}

function isLoad({ lane }: QueueRow): boolean {
  return lane.startsWith('load ');
}

/**
 * Removes a waiting row. A load is counted and its id remembered, so that a message sent twice cannot bring it back;
 * an update takes nothing but its own news with it.
 */
export async function giveUp(tx: Write, row: QueueRow, reason: CounterName): Promise<void> {
  await tx.objectStore('queue').delete(row.id as number);
  if (!isLoad(row)) return;
  await addToCounter(tx, reason);
  const skipped = tx.objectStore('skipped');
  await skipped.add({ visitId: row.visitId });
  if ((await skipped.count()) <= MAX_SKIPPED_VISITS) return;
  const oldest = await skipped.openKeyCursor();
  if (oldest) await skipped.delete(oldest.primaryKey);
}
