import type { Capture } from '../domain/capture.ts';
import { MAX_QUEUE_ROWS, MAX_SKIPPED_VISITS } from '../domain/limits.ts';
import type { EpochMs } from '../domain/units.ts';
import { addToCounter } from './counters.ts';
import { readEach } from './read-each.ts';
import type { CounterName, QueueRow } from './schema.ts';
import { add, put, remove, type Write } from './transact.ts';

/** What a capture that comes in may find taken. */
export interface Slot {
  readonly visitId: string;
  readonly lane: string;
  readonly now: EpochMs;
}

/**
 * The queue as a lot of captures finds it, and as they change it. Everything is read at once and kept in memory; what
 * they add is written by `finish`, so that a row which takes the place of another of its lot spares that its writing.
 */
export interface OpenQueue {
  readonly findWaiting: (visitId: string) => QueueRow | undefined;
  /** The load that still waits in this lane. */
  readonly findAhead: (lane: string, now: EpochMs) => QueueRow | undefined;
  /** Was this load given up before? */
  readonly isSkipped: (visitId: string) => boolean;
  /** Does something wait that is due by now, and has to be judged first? */
  readonly isBusy: (now: EpochMs) => boolean;
  readonly add: (row: QueueRow) => void;
  readonly replaceCapture: (row: QueueRow, capture: Capture) => void;
  /**
   * Removes a waiting row. A load is counted and its id remembered, so that a message sent twice cannot bring it back;
   * an update takes nothing but its own news with it.
   */
  readonly giveUp: (row: QueueRow, reason: CounterName) => void;
  /**
   * Keeps the queue within its bound: the oldest load that may still be followed by a better revision goes first.
   * Rejects when there is none.
   */
  readonly makeRoom: () => Promise<void>;
  /** Writes what is left to write. Must be called in the same transaction, after the last capture. */
  readonly finish: () => Promise<void>;
}

/** Reads what captures with these slots may ask for; others may not be asked about. */
export async function openQueue(tx: Write, slots: readonly Slot[]): Promise<OpenQueue> {
  const [waiting, skipped] = await Promise.all([readWaiting(tx, slots), readSkipped(tx, slots)]);
  const { byVisit, byLane } = waiting;
  let { length, firstDue } = waiting;
  const added = new Map<string, QueueRow>();
  const givenUp = new Map<CounterName, string[]>();

  function append(row: QueueRow): void {
    added.set(row.visitId, row);
    byVisit.set(row.visitId, row);
    byLane.set(row.lane, row);
    firstDue = Math.min(firstDue, row.notBefore);
    length++;
  }

  function replaceCapture(before: QueueRow, capture: Capture): void {
    const row = { ...before, capture };
    byVisit.set(row.visitId, row);
    if (byLane.get(row.lane)?.visitId === row.visitId) byLane.set(row.lane, row);
    if (added.has(row.visitId)) added.set(row.visitId, row);
    else put(tx, 'queue', row);
  }

  function giveUp({ id, visitId, lane }: QueueRow, reason: CounterName): void {
    if (!added.delete(visitId)) remove(tx, 'queue', id as number);
    byVisit.delete(visitId);
    if (byLane.get(lane)?.visitId === visitId) byLane.delete(lane);
    length--;
    if (!isLoadLane(lane)) return;
    skipped.add(visitId);
    givenUp.set(reason, [...(givenUp.get(reason) ?? []), visitId]);
  }

  async function makeRoom(): Promise<void> {
    if (length < MAX_QUEUE_ROWS) return;
    const oldest = (await findOldest(tx, isProvisionalLoad)) ?? [...added.values()].find(isProvisionalLoad);
    if (!oldest) throw new Error(`the queue is full: ${MAX_QUEUE_ROWS} captures wait to be judged`);
    giveUp(oldest, 'dropped');
  }

  async function finish(): Promise<void> {
    for (const row of added.values()) add(tx, 'queue', row);
    for (const [reason, visitIds] of givenUp) await addToCounter(tx, reason, visitIds.length);
    await rememberSkipped(tx, [...givenUp.values()].flat());
  }

  return {
    findWaiting: (visitId) => byVisit.get(visitId),
    findAhead(lane, now) {
      const row = byLane.get(lane);
      return row && row.notBefore > now ? row : undefined;
    },
    isSkipped: (visitId) => skipped.has(visitId),
    isBusy: (now) => firstDue <= now,
    add: append,
    replaceCapture,
    giveUp,
    makeRoom,
    finish,
  };
}

/** While they wait, loads of a tab and page take each other's place. */
export function loadLaneOf(tabId: number | undefined, page: string): string {
  return `load ${tabId ?? ''} ${page}`;
}

export function updateLaneOf(visitId: string): string {
  return `update ${visitId}`;
}

function isLoadLane(lane: string): boolean {
  return lane.startsWith('load ');
}

function isProvisionalLoad({ capture, lane }: QueueRow): boolean {
  return capture.stage === 'provisional' && isLoadLane(lane);
}

interface Waiting {
  readonly length: number;
  /** Infinity when nothing waits. */
  readonly firstDue: EpochMs;
  readonly byVisit: Map<string, QueueRow>;
  readonly byLane: Map<string, QueueRow>;
}

async function readWaiting(tx: Write, arrivals: readonly Slot[]): Promise<Waiting> {
  const queue = tx.objectStore('queue');
  const length = await queue.count();
  // Nearly always nothing waits, and then there is nothing more to ask.
  const slots = length > 0 ? arrivals : [];
  // Of several captures of a lane, what the first of them finds ahead.
  const moments = new Map([...slots].reverse().map(({ lane, now }) => [lane, now]));
  const [first, byVisit, byLane] = await Promise.all([
    length > 0 ? queue.index('notBefore').openKeyCursor() : undefined,
    readEach(
      slots.map(({ visitId }) => visitId),
      (visitId) => queue.index('visit').get(visitId),
    ),
    readEach(moments.keys(), (lane) => queue.index('lane').get(stillWaiting(lane, moments.get(lane)))),
  ]);
  return { length, firstDue: first?.key ?? Number.POSITIVE_INFINITY, byVisit, byLane };
}

function stillWaiting(lane: string, now: EpochMs = 0): IDBKeyRange {
  return IDBKeyRange.bound([lane, now], [lane, Number.POSITIVE_INFINITY], true);
}

async function readSkipped(tx: Write, slots: readonly Slot[]): Promise<Set<string>> {
  const skipped = tx.objectStore('skipped');
  // As with the queue: mostly there is none.
  if ((await skipped.count()) === 0) return new Set();
  const byVisit = skipped.index('visit');
  const visitIds = slots.map(({ visitId }) => visitId);
  return new Set((await readEach(visitIds, (visitId) => byVisit.getKey(visitId))).keys());
}

async function findOldest(tx: Write, isWanted: (row: QueueRow) => boolean): Promise<QueueRow | undefined> {
  let cursor = await tx.objectStore('queue').openCursor();
  while (cursor && !isWanted(cursor.value)) cursor = await cursor.continue();
  return cursor?.value;
}

async function rememberSkipped(tx: Write, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  const skipped = tx.objectStore('skipped');
  for (const visitId of visitIds) add(tx, 'skipped', { visitId });
  const excess = (await skipped.count()) - MAX_SKIPPED_VISITS;
  if (excess <= 0) return;
  for (const id of await skipped.getAllKeys(undefined, excess)) remove(tx, 'skipped', id);
}
