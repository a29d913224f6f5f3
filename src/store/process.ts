import { buildSnapshot } from '../domain/build-snapshot.ts';
import type { KeptQuery } from '../domain/page.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { EpochMs } from '../domain/units.ts';
import { openQueue } from './open-queue.ts';
import { readEach } from './read-each.ts';
import type { QueueRow, VisitRow } from './schema.ts';
import { JUDGED_STORES, type OpenVisits, openVisits } from './open-visits.ts';
import { type Database, remove, transact, type Write } from './transact.ts';
import type { MeasuredSnapshot } from './write-visit.ts';

/**
 * Nobody waits longer for a token than a full queue of one tab takes to pass, which is about four minutes. A row that
 * claims to wait longer was written before the clock was set back, and is due.
 */
const LONGEST_WAIT = 10 * 60 * 1000;

/** Rows that may be judged now, in order of arrival; at most `limit` of them. */
export async function readDueRows(db: Database, now: EpochMs, limit: number): Promise<number[]> {
  const index = db.transaction('queue').store.index('notBefore');
  const [ready, misdated] = await Promise.all([
    index.getAllKeys(IDBKeyRange.upperBound(now)),
    index.getAllKeys(IDBKeyRange.lowerBound(now + LONGEST_WAIT, true)),
  ]);
  return [...ready, ...misdated].sort((a, b) => a - b).slice(0, limit);
}

/** When the next waiting row will be due; undefined when none waits. */
export async function readNextDue(db: Database): Promise<EpochMs | undefined> {
  const cursor = await db.transaction('queue').store.index('notBefore').openKeyCursor();
  return cursor?.key;
}

/**
 * Judges rows of the queue in order, all in one strict transaction over everything they touch: either the visits, their
 * pages, their diaries and what they displace are all written and the rows are gone, or the rows are still there. A
 * backlog is worked off several times as fast as row by row, and a death in between only means that they are judged again.
 *
 * Gives the judged visits, without those whose row had been given up meanwhile or could not be judged: a capture that
 * makes the domain throw would do so for ever, and is counted as dropped; the others are then judged without it. A
 * failure of the disk is thrown, and the rows stay for a better moment.
 */
export async function processRows(db: Database, ids: readonly number[]): Promise<VisitRow[]> {
  try {
    const scope = { stores: JUDGED_STORES, durability: 'strict' } as const;
    return await transact(db, scope, (tx) => takeRows(tx, ids));
  } catch (error) {
    if (error instanceof DOMException) throw error;
    const visits: VisitRow[] = [];
    if (ids.length === 1) await dropRows(db, ids);
    else for (const id of ids) visits.push(...(await processRows(db, [id])));
    return visits;
  }
}

async function dropRows(db: Database, ids: readonly number[]): Promise<void> {
  const scope = { stores: ['queue', 'counters', 'skipped'], durability: 'strict' } as const;
  await transact(db, scope, async (tx) => {
    const [queue, rows] = await Promise.all([openQueue(tx, []), readRows(tx, ids)]);
    for (const row of rows.values()) queue.giveUp(row, 'dropped');
    await queue.finish();
  });
}

function readRows(tx: Write, ids: readonly number[]): Promise<Map<number, QueueRow>> {
  return readEach(ids, (id) => tx.objectStore('queue').get(id));
}

async function takeRows(tx: Write, ids: readonly number[]): Promise<VisitRow[]> {
  const rows = await readRows(tx, ids);
  const visits = await openVisits(tx, [...rows.values()]);
  const judged = [...rows].map(([id, row]) => {
    remove(tx, 'queue', id);
    return judgeRow(row, visits);
  });
  await visits.finish();
  return judged;
}

/**
 * Judges a capture, from the queue or in its stead, and leaves its visit to `visits` to write. `first` is its snapshot
 * as the first of its visit, where that has been built before.
 */
export function judgeRow(row: QueueRow, visits: OpenVisits, first?: MeasuredSnapshot): VisitRow {
  const { page, tabId } = row;
  const previous = visits.find(row.visitId);
  const known = previous ? undefined : first;
  const measured = known ?? { snapshot: buildVisit(row, visits.keptQuery, previous?.snapshot) };
  const rowsBefore = row.id === undefined ? 1 : 2;
  return visits.store({ page, tabId, ...measured, rowsBefore });
}

/** What of a capture, from the queue or on its way there, becomes its snapshot. */
export function buildVisit(
  { capture, afterBrowserStart, busy }: Pick<QueueRow, 'capture' | 'afterBrowserStart' | 'busy'>,
  query: KeptQuery,
  previous?: Snapshot,
): Snapshot {
  return buildSnapshot(capture, previous, { query, afterBrowserStart, busy });
}
