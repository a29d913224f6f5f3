import type { Budget } from '../domain/budget.ts';
import { sequencesOf } from './evict.ts';
import {
  COUNTERS,
  type CounterName,
  type EventRow,
  type PageRow,
  type TabRow,
  type VisitRow,
} from './schema.ts';
import type { Database } from './transact.ts';

/** All pages, the one visited last first. */
export async function readPages(db: Database): Promise<PageRow[]> {
  return (await db.getAllFromIndex('pages', 'lastSequence')).reverse();
}

export function readPage(db: Database, key: string): Promise<PageRow | undefined> {
  return db.get('pages', key);
}

/** Visits of a page, oldest first; with a limit, the newest of them. */
export async function readVisits(
  db: Database,
  page: string,
  { limit }: { limit?: number } = {},
): Promise<VisitRow[]> {
  if (limit === undefined) return db.getAllFromIndex('visits', 'page', sequencesOf(page));
  const index = db.transaction('visits').store.index('page');
  return readNewest(await index.openCursor(sequencesOf(page), 'prev'), limit);
}

export function readVisit(db: Database, visitId: string): Promise<VisitRow | undefined> {
  return db.get('visits', visitId);
}

export function readTab(db: Database, tabId: number): Promise<TabRow | undefined> {
  return db.get('tabs', tabId);
}

/** Budgets in the order that counts: where several match, the later one. */
export async function readBudgets(db: Database): Promise<Budget[]> {
  return (await db.getAllFromIndex('budgets', 'position')).map(({ budget }) => budget);
}

/** The diary of a page, oldest first; with a limit, its newest entries. */
export async function readEvents(
  db: Database,
  page: string,
  { limit }: { limit?: number } = {},
): Promise<EventRow[]> {
  if (limit === undefined) return db.getAllFromIndex('events', 'page', sequencesOf(page));
  const index = db.transaction('events').store.index('page');
  return readNewest(await index.openCursor(sequencesOf(page), 'prev'), limit);
}

/** How many loads were not stored, by reason. */
export async function readCounters(db: Database): Promise<Record<CounterName, number>> {
  const counts = await Promise.all(
    COUNTERS.map(async (name) => [name, (await db.get('counters', name)) ?? 0]),
  );
  return Object.fromEntries(counts) as Record<CounterName, number>;
}

/** Captures on disk that are not judged yet. */
export function readQueueLength(db: Database): Promise<number> {
  return db.count('queue');
}

interface Cursor<Row> {
  readonly value: Row;
  continue: () => Promise<Cursor<Row> | null>;
}

/** Rows from a cursor that runs backwards, in forward order. */
async function readNewest<Row>(start: Cursor<Row> | null, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor = start;
  while (cursor && rows.length < limit) {
    rows.push(cursor.value);
    cursor = await cursor.continue();
  }
  return rows.reverse();
}
