import type { Budget } from '../domain/budget.ts';
import { sequencesOf } from './open-page.ts';
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

export function countPages(db: Database): Promise<number> {
  return db.count('pages');
}

/** Visits of a page, oldest first; with a limit, the newest of them. */
export async function readVisits(
  db: Database,
  page: string,
  { limit }: { limit?: number } = {},
): Promise<VisitRow[]> {
  if (limit === undefined) return db.getAllFromIndex('visits', 'page', sequencesOf(page));
  return readNewest(db.transaction('visits').store.index('page'), page, limit);
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
  return readNewest(db.transaction('events').store.index('page'), page, limit);
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

interface KeyCursor {
  readonly key: IDBValidKey;
  advance: (count: number) => Promise<KeyCursor | null>;
}

interface PageIndex<Row> {
  openKeyCursor: (range: IDBKeyRange, direction: 'prev') => Promise<KeyCursor | null>;
  getAll: (range: IDBKeyRange) => Promise<Row[]>;
}

/**
 * The newest rows of a page, oldest first. Three requests however many rows there are: one for each row would be as many
 * turns of a busy main thread.
 */
async function readNewest<Row>(index: PageIndex<Row>, page: string, limit: number): Promise<Row[]> {
  const range = sequencesOf(page);
  const newest = await index.openKeyCursor(range, 'prev');
  if (!newest || limit <= 0) return [];
  const oldest = limit > 1 ? await newest.advance(limit - 1) : newest;
  const rows = await index.getAll(oldest ? IDBKeyRange.bound(oldest.key, range.upper) : range);
  // Several entries of a diary may have one sequence.
  return rows.slice(-limit);
}
