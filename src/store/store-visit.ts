import type { Budget } from '../domain/budget.ts';
import { measureSize } from '../domain/measure-size.ts';
import { createPageState, observe } from '../domain/observe.ts';
import { type KeptQuery, parsePage } from '../domain/page.ts';
import type { Observation } from '../domain/page-state.ts';
import { DEFAULT_RULE, parseRuleName } from '../domain/rules.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { readLastSequence, takeSequence } from './counters.ts';
import { evict } from './evict.ts';
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

/** What a visit is judged against. It may be read before it is known whether there will be a judgement. */
export interface Basis {
  readonly known: PageRow | undefined;
  readonly budgets: readonly Budget[];
  readonly lastSequence: number;
  /** What stays of the queries of its resources. */
  readonly keptQuery: KeptQuery;
}

export async function readBasis(tx: Write, page: string): Promise<Basis> {
  const [known, budgets, lastSequence, keptQuery] = await Promise.all([
    tx.objectStore('pages').get(page),
    readBudgetsInOrder(tx),
    readLastSequence(tx),
    readSetting(tx, 'keptQuery'),
  ]);
  return { known, budgets, lastSequence, keptQuery };
}

/**
 * Judges a snapshot and writes all that follows from it: the visit, the state of its page, the diary, the tab that
 * shows it, and the eviction of what it displaces. The decision is the domain's; here it only becomes durable.
 * A visit keeps the sequence of its first arrival.
 */
export async function storeVisit(tx: Write, visit: ArrivedVisit, basis?: Basis): Promise<VisitRow> {
  const { page, previous, snapshot } = visit;
  const { known, budgets, lastSequence } = basis ?? (await readBasis(tx, page));
  const sequence = previous?.sequence ?? takeSequence(tx, lastSequence);
  const before = known ?? (await createPageRow(tx, page, snapshot));
  const observation = observe(before.state, snapshot, { budgets, previous: previous?.judgement });
  const row: VisitRow = {
    visitId: snapshot.visitId,
    page,
    sequence,
    tabId: previous?.tabId ?? visit.tabId,
    snapshot,
    judgement: observation.judgement,
    bytes: measureSize(snapshot),
    rowsWritten: (previous?.rowsWritten ?? 0) + countRows(visit, observation.events.length),
  };
  write(tx.objectStore('visits').put(row));
  addEvents(tx, row, observation.events);
  if (!previous) showInTab(tx, row);
  await evict(tx, nextPageRow(before, observation, row, previous), {
    hasNewEvents: observation.events.length > 0,
    isNewPage: !known,
  });
  return row;
}

/** The visit, its page and its events; of a new one its sequence and, where there is one, its tab. */
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
