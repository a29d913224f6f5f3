import type { Capture } from '../domain/capture.ts';
import { MAX_QUEUE_ROWS, MAX_SKIPPED_VISITS } from '../domain/limits.ts';
import { mergeCaptures } from '../domain/merge-captures.ts';
import { parsePage } from '../domain/page.ts';
import { InputError } from '../domain/parse-report.ts';
import { redactCapture } from '../domain/redact-capture.ts';
import type { EpochMs } from '../domain/units.ts';
import { addToCounter } from './counters.ts';
import { readTemplatesIn } from './route-templates.ts';
import type { CounterName, QueueRow, VisitRow } from './schema.ts';
import { admit } from './throttle.ts';
import { type Database, transact, type Write, write } from './transact.ts';

export interface Arrival {
  readonly capture: Capture;
  /** Absent for a tail that came through the outbox. */
  readonly tabId: number | undefined;
  readonly now: EpochMs;
  /** See `Snapshot`; absent where that is not known. */
  readonly afterBrowserStart?: boolean;
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
  const redacted = redactArrival(arrival);
  return transact(db, { stores: ARRIVAL_STORES, durability: 'strict' }, async (tx) => {
    const { status, row } = await placeCapture(tx, redacted);
    if (row) write(tx.objectStore('queue').add(row));
    return status;
  });
}

/** Throws an InputError for a URL that is not a page's. */
export function redactArrival(arrival: Arrival): Arrival {
  const capture = redactCapture(arrival.capture);
  if (!parsePage(capture.url)) throw new InputError('capture: url: expected an http or https URL');
  return { ...arrival, capture };
}

/** Finds out what becomes of a redacted capture, and makes room for it. */
export async function placeCapture(tx: Write, arrival: Arrival): Promise<Placed> {
  const { capture } = arrival;
  const { visitId } = capture;
  const [templates, waiting, stored, skipped] = await Promise.all([
    readTemplatesIn(tx),
    tx.objectStore('queue').index('visit').get(visitId),
    tx.objectStore('visits').get(visitId),
    tx.objectStore('skipped').index('visit').getKey(visitId),
  ]);
  const page = parsePage(capture.url, templates)?.key ?? '';
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
  if (stored) return placeUpdate(tx, arrival, stored);
  if (capture.resourceOffset > 0 || skipped !== undefined) return { status: 'skipped' };
  return placeLoad(tx, arrival, page);
}

/** An update of a visit on record replaces nothing but its own earlier revision. */
async function placeUpdate(tx: Write, arrival: Arrival, { tabId, page }: VisitRow): Promise<Placed> {
  const { capture, now } = arrival;
  const { visitId } = capture;
  const [notBefore] = await Promise.all([admit(tx, { kind: 'update', tabId, page }, now), makeRoom(tx)]);
  return {
    status: 'stored',
    row: { visitId, page, lane: `update ${visitId}`, tabId, capture, notBefore },
  };
}

async function placeLoad(tx: Write, arrival: Arrival, page: string): Promise<Placed> {
  const { capture, tabId, now, afterBrowserStart } = arrival;
  const queue = tx.objectStore('queue');
  const lane = `load ${tabId ?? ''} ${page}`;
  const row = { visitId: capture.visitId, page, lane, tabId, capture, afterBrowserStart };
  const stillWaiting = IDBKeyRange.bound([lane, now], [lane, Number.POSITIVE_INFINITY], true);
  const replaced = await queue.index('lane').get(stillWaiting);
  if (replaced) {
    await giveUp(tx, replaced, 'coalesced');
    return { status: 'coalesced', row: { ...row, notBefore: replaced.notBefore } };
  }
  const [notBefore] = await Promise.all([admit(tx, { kind: 'load', tabId, page }, now), makeRoom(tx)]);
  return { status: 'stored', row: { ...row, notBefore } };
}

/** Keeps the queue within its bound: the oldest load that may still be followed by a better revision goes first. */
async function makeRoom(tx: Write): Promise<void> {
  const queue = tx.objectStore('queue');
  if ((await queue.count()) < MAX_QUEUE_ROWS) return;
  let cursor = await queue.openCursor();
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
