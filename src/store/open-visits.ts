import type { Budget } from '../domain/budget.ts';
import { observe } from '../domain/observe.ts';
import type { KeptQuery } from '../domain/page.ts';
import { DEFAULT_RULE, parseRuleName, type RuleName } from '../domain/rules.ts';
import { readCounter, readLastSequence, writeLastSequence } from './counters.ts';
import { evictEvents, evictPages, evictVisits, readRetention, type Retention } from './evict.ts';
import { type OpenPage, openPage } from './open-page.ts';
import { readEach } from './read-each.ts';
import type { SizedPage, VisitRow } from './schema.ts';
import { readSetting } from './setting.ts';
import { put, type StoreName, type Write } from './transact.ts';
import { type ArrivedVisit, createPageRow, nextPageRow, writeVisit } from './write-visit.ts';

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

/** What every visit is judged against, whatever its page. */
interface SharedBasis {
  readonly budgets: readonly Budget[];
  readonly lastSequence: number;
  /** What stays of the queries of its resources. */
  readonly keptQuery: KeptQuery;
  readonly retention: Retention;
  /** Of pages that are new. */
  readonly rule: RuleName;
  /** How many visits have been evicted so far. */
  readonly evicted: number;
}

async function readSharedBasis(tx: Write): Promise<SharedBasis> {
  const [budgets, lastSequence, keptQuery, retention, rule, evicted] = await Promise.all([
    readBudgetsInOrder(tx),
    readLastSequence(tx),
    readSetting(tx, 'keptQuery'),
    readRetention(tx),
    readRule(tx),
    readCounter(tx, 'evicted'),
  ]);
  return { budgets, lastSequence, keptQuery, retention, rule, evicted };
}

export async function readBudgetsInOrder(tx: Write): Promise<Budget[]> {
  return (await tx.objectStore('budgets').index('position').getAll()).map(({ budget }) => budget);
}

async function readRule(tx: Write): Promise<RuleName> {
  const setting = await tx.objectStore('settings').get('rule');
  return typeof setting === 'string' ? parseRuleName(setting) : DEFAULT_RULE;
}

export interface WantedVisit {
  readonly visitId: string;
  /** Where it is to be stored; absent for where it is on record. */
  readonly page?: string;
}

export interface OpenVisits {
  readonly keptQuery: KeptQuery;
  /** One of the visits that were asked for, as it is on record by now. */
  readonly find: (visitId: string) => VisitRow | undefined;
  /** Judges one of them. It keeps the sequence and the tab of its first arrival. */
  readonly store: (visit: ArrivedVisit) => VisitRow;
  /** Writes what the visits share. Must be called in the same transaction, after the last of them. */
  readonly finish: () => Promise<void>;
}

/**
 * Judges snapshots one after the other, in one transaction, and writes all that follows from each: the visit, the state
 * of its page, the diary, the tab that shows it, and the eviction of what it displaces. The decision is the domain's;
 * here it only becomes durable.
 *
 * What they are judged against is read before, all at once, so that nothing is waited for from one to the next. What
 * they share (page, tab, order of arrival) is written at the end, once, and what they displace is evicted then.
 */
export async function openVisits(tx: Write, wanted: readonly WantedVisit[]): Promise<OpenVisits> {
  const [shared, { visits, pages }] = await Promise.all([readSharedBasis(tx), readWanted(tx, wanted)]);
  const rows = new Map([...pages].map(([key, { row }]) => [key, row]));
  const tabs = new Map([...pages.values()].flatMap((page) => page.tabs.map((tab) => [tab.tabId, tab])));
  const changed = new Set<string>();
  const eventful = new Set<string>();
  const shown = new Set<number>();
  let sequence = shared.lastSequence;
  let hasNewPage = false;

  function store(visit: ArrivedVisit): VisitRow {
    const { page, snapshot } = visit;
    const previous = visits.get(snapshot.visitId);
    const known = rows.get(page);
    const before = known ?? createPageRow(page, snapshot, shared.rule);
    const context = { budgets: shared.budgets, ...(previous && { previous: previous.judgement }) };
    const observation = observe(before.state, snapshot, context);
    const standing = { previous, sequence: previous?.sequence ?? ++sequence };
    const row = writeVisit(tx, visit, observation, standing);
    hasNewPage ||= !known;
    visits.set(row.visitId, row);
    rows.set(page, nextPageRow(before, observation, row, previous));
    changed.add(page);
    if (observation.events.length > 0) eventful.add(page);
    // Only by its first revision: the tail of a visit comes when its tab already shows the next one.
    const { tabId, visitId } = row;
    if (!previous && tabId !== undefined) {
      tabs.set(tabId, { tabId, page, visitId });
      shown.add(tabId);
    }
    return row;
  }

  async function finish(): Promise<void> {
    if (changed.size === 0) return;
    // Before the eviction, which takes tabs off what it evicts.
    for (const tab of tabs.values()) if (shown.has(tab.tabId)) put(tx, 'tabs', tab);
    if (sequence > shared.lastSequence) writeLastSequence(tx, sequence);
    const evicted = (await Promise.all([...changed].map(writePage))).reduce((sum, count) => sum + count, 0);
    if (evicted > 0) put(tx, 'counters', shared.evicted + evicted, 'evicted');
    await Promise.all([...eventful].map((page) => evictEvents(tx, page)));
    if (hasNewPage) await evictPages(tx, shared.retention.pages);
  }

  /** Gives how many visits had to go. */
  async function writePage(key: string): Promise<number> {
    const oldest = pages.get(key)?.oldest ?? [];
    const page = { row: rows.get(key) as SizedPage, tabs: [...tabs.values()], oldest };
    const { left, gone } = await evictVisits(tx, page, shared.retention.visitsPerPage);
    put(tx, 'pages', left);
    return gone.size;
  }

  return { keptQuery: shared.keptQuery, find: (visitId) => visits.get(visitId), store, finish };
}

interface Wanted {
  readonly visits: Map<string, VisitRow>;
  readonly pages: Map<string, OpenPage>;
}

async function readWanted(tx: Write, wanted: readonly WantedVisit[]): Promise<Wanted> {
  const readPages = (keys: readonly string[]): Promise<Map<string, OpenPage>> =>
    readEach(keys, (key) => openPage(tx, key, keys.filter((one) => one === key).length));
  const [visits, pages] = await Promise.all([
    readEach(
      wanted.map(({ visitId }) => visitId),
      (visitId) => tx.objectStore('visits').get(visitId),
    ),
    readPages(wanted.flatMap(({ page = [] }) => page)),
  ]);
  // The user may have changed a template since a visit was stored: it stays with the page it was measured for.
  const others = [...visits.values()].map(({ page }) => page).filter((page) => !pages.has(page));
  for (const [key, page] of await readPages(others)) pages.set(key, page);
  return { visits, pages };
}
