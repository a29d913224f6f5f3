import type { Budget } from '../domain/budget.ts';
import { measureSize } from '../domain/measure-size.ts';
import { createPageState, observe } from '../domain/observe.ts';
import { type KeptQuery, parsePage } from '../domain/page.ts';
import type { Observation } from '../domain/page-state.ts';
import { DEFAULT_RULE, parseRuleName } from '../domain/rules.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { addToCounter, readLastSequence, writeLastSequence } from './counters.ts';
import { evictEvents, evictPages, evictVisits, readRetention, type Retention } from './evict.ts';
import type { PageRow, VisitRow } from './schema.ts';
import { readSetting } from './setting.ts';
import { type StoreName, type Write, write } from './transact.ts';

/** Everything a visit touches when it is judged. */
export const JUDGED_STORES = [
  'queue',
  'visits',
  'pages',
  'events',
  'tabs',
  'buckets',
  'counters',
  'budgets',
  'settings',
] as const satisfies readonly StoreName[];

export interface ArrivedVisit {
  readonly page: string;
  readonly tabId: number | undefined;
  /** The row of this visit's earlier revision. */
  readonly previous: VisitRow | undefined;
  readonly snapshot: Snapshot;
  /** Rows written on its way here: its bucket, and the queue where it had to wait. */
  readonly rowsBefore?: number;
}

/** What every visit is judged against, whatever its page. */
interface SharedBasis {
  readonly budgets: readonly Budget[];
  readonly lastSequence: number;
  /** What stays of the queries of its resources. */
  readonly keptQuery: KeptQuery;
  readonly retention: Retention;
}

async function readSharedBasis(tx: Write): Promise<SharedBasis> {
  const [budgets, lastSequence, keptQuery, retention] = await Promise.all([
    readBudgetsInOrder(tx),
    readLastSequence(tx),
    readSetting(tx, 'keptQuery'),
    readRetention(tx),
  ]);
  return { budgets, lastSequence, keptQuery, retention };
}

/** As `storeVisits`, of one visit. */
export async function storeVisit(tx: Write, visit: ArrivedVisit): Promise<VisitRow> {
  const visits = storeVisits(tx);
  const row = await visits.store(visit);
  visits.finish();
  return row;
}

export interface StoredVisits {
  /** Reads what a visit of this page will be judged against, which it may then never be: `store` need not wait for it. */
  readonly prepare: (page: string) => Promise<void>;
  readonly readKeptQuery: () => Promise<KeptQuery>;
  readonly store: (visit: ArrivedVisit) => Promise<VisitRow>;
  /** Writes what the visits share. Must be called in the same transaction, after the last of them. */
  readonly finish: () => void;
}

/**
 * Judges snapshots one after the other, in one transaction, and writes all that follows from each: the visit, the state
 * of its page, the diary, the tab that shows it, and the eviction of what it displaces. The decision is the domain's;
 * here it only becomes durable. A visit keeps the sequence of its first arrival.
 *
 * What several visits share (their pages, the order of arrival) is read with the first and written at the end. Where a
 * page is new, pages may have to go, and which ones is asked of the database: then the pages are written before.
 */
export function storeVisits(tx: Write): StoredVisits {
  const pages = new Map<string, PageRow | undefined>();
  const unwritten = new Map<string, PageRow>();
  let shared: Promise<SharedBasis> | undefined;
  let taken: number | undefined;
  let evicted = 0;

  function readShared(): Promise<SharedBasis> {
    shared ??= readSharedBasis(tx);
    return shared;
  }

  async function readKnown(page: string): Promise<PageRow | undefined> {
    if (!pages.has(page)) pages.set(page, await tx.objectStore('pages').get(page));
    return pages.get(page);
  }

  async function prepare(page: string): Promise<void> {
    await Promise.all([readShared(), readKnown(page)]);
  }

  function writePages(): void {
    for (const page of unwritten.values()) write(tx.objectStore('pages').put(page));
    unwritten.clear();
  }

  function finish(): void {
    writePages();
    if (taken !== undefined) writeLastSequence(tx, taken);
    write(addToCounter(tx, 'evicted', evicted));
  }

  function takeSequence(last: number): number {
    taken = (taken ?? last) + 1;
    return taken;
  }

  async function writeNewPage(page: PageRow, mostPages: number): Promise<void> {
    writePages();
    pages.clear();
    await evictPages(tx, mostPages);
    pages.set(page.key, page);
  }

  async function store(visit: ArrivedVisit): Promise<VisitRow> {
    const { page, previous } = visit;
    const [{ budgets, lastSequence, retention }, known] = await Promise.all([readShared(), readKnown(page)]);
    const before = known ?? (await createPageRow(tx, page, visit.snapshot));
    const observation = observe(before.state, visit.snapshot, { budgets, previous: previous?.judgement });
    const row = writeVisit(tx, visit, observation, previous?.sequence ?? takeSequence(lastSequence));
    const after = nextPageRow(before, observation, row, previous);
    const left = await evictVisits(tx, after, retention.visitsPerPage);
    evicted += after.visits - left.visits;
    pages.set(page, left);
    unwritten.set(page, left);
    if (observation.events.length > 0) await evictEvents(tx, page);
    if (!known) await writeNewPage(left, retention.pages);
    return row;
  }

  return { prepare, readKeptQuery: async () => (await readShared()).keptQuery, store, finish };
}

function writeVisit(
  tx: Write,
  visit: ArrivedVisit,
  { judgement, events }: Observation,
  sequence: number,
): VisitRow {
  const { page, previous, snapshot } = visit;
  const row: VisitRow = {
    visitId: snapshot.visitId,
    page,
    sequence,
    tabId: previous?.tabId ?? visit.tabId,
    snapshot,
    judgement,
    bytes: measureSize(snapshot),
    rowsWritten: (previous?.rowsWritten ?? 0) + countRows(visit, events.length),
  };
  write(tx.objectStore('visits').put(row));
  addEvents(tx, row, events);
  if (!previous) showInTab(tx, row);
  return row;
}

/** The visit, its page and its events; of a new one its sequence and, where there is one, its tab. What visits share counts with each. */
function countRows({ previous, tabId, rowsBefore = 0 }: ArrivedVisit, events: number): number {
  const onlyOnce = previous ? 0 : 1 + (tabId === undefined ? 0 : 1);
  return rowsBefore + 2 + events + onlyOnce;
}

export async function readBudgetsInOrder(tx: Write): Promise<Budget[]> {
  return (await tx.objectStore('budgets').index('position').getAll()).map(({ budget }) => budget);
}

export function addEvents(tx: Write, row: VisitRow, events: Observation['events']): void {
  const { page, visitId, sequence } = row;
  for (const event of events) write(tx.objectStore('events').add({ page, visitId, sequence, event }));
}

async function createPageRow(tx: Write, key: string, snapshot: Snapshot): Promise<PageRow> {
  const origin = parsePage(snapshot.url)?.origin;
  if (origin === undefined) throw new TypeError('a snapshot of something that is not a page');
  const page = { key, origin, route: key.slice(origin.length) };
  const setting = await tx.objectStore('settings').get('rule');
  const rule = typeof setting === 'string' ? parseRuleName(setting) : DEFAULT_RULE;
  return { key, state: createPageState(page, rule), visits: 0, bytes: 0, lastSequence: 0 };
}

function nextPageRow(before: PageRow, { page }: Observation, row: VisitRow, previous?: VisitRow): PageRow {
  return {
    ...before,
    state: page,
    visits: before.visits + (previous ? 0 : 1),
    bytes: before.bytes + row.bytes - (previous?.bytes ?? 0),
    lastSequence: Math.max(before.lastSequence, row.sequence),
  };
}

/** Only by its first revision: the tail of a visit comes when its tab already shows the next one. */
function showInTab(tx: Write, { tabId, page, visitId }: VisitRow): void {
  if (tabId !== undefined) write(tx.objectStore('tabs').put({ tabId, page, visitId }));
}
