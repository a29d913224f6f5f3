import { MAX_EVENTS_PER_PAGE, MAX_PAGE_BYTES } from '../domain/limits.ts';
import type { PageState } from '../domain/page-state.ts';
import { parseSetting, type Settings } from '../domain/settings.ts';
import { addToCounter } from './counters.ts';
import type { PageRow } from './schema.ts';
import { deletePageBuckets } from './throttle.ts';
import { type Write, write } from './transact.ts';

/** How much is kept. */
export type Retention = Pick<Settings, 'visitsPerPage' | 'pages'>;

export async function readRetention(tx: Write): Promise<Retention> {
  const settings = tx.objectStore('settings');
  const [visitsPerPage, pages] = await Promise.all([settings.get('visitsPerPage'), settings.get('pages')]);
  return {
    visitsPerPage: parseSetting('visitsPerPage', visitsPerPage),
    pages: parseSetting('pages', pages),
  };
}

/** Brings every page, and the pages themselves, within what is to be kept from now on. */
export async function applyRetention(tx: Write, retention: Retention): Promise<void> {
  await evictPages(tx, retention.pages);
  for (const page of await tx.objectStore('pages').getAll()) {
    const left = await evictVisits(tx, page, retention.visitsPerPage);
    if (left === page) continue;
    await tx.objectStore('pages').put(left);
    await addToCounter(tx, 'evicted', page.visits - left.visits);
  }
}

/** Deletes a page with everything it owns, and says how many visits that were. */
export async function removePage(tx: Write, page: string): Promise<number> {
  const [visits, events, tabs] = [tx.objectStore('visits'), tx.objectStore('events'), tx.objectStore('tabs')];
  const [visitIds, eventIds, tabIds] = await Promise.all([
    visits.index('page').getAllKeys(sequencesOf(page)),
    events.index('page').getAllKeys(sequencesOf(page)),
    tabs.index('page').getAllKeys(page),
  ]);
  for (const visitId of visitIds) write(visits.delete(visitId));
  for (const id of eventIds) write(events.delete(id));
  for (const tabId of tabIds) write(tabs.delete(tabId));
  write(tx.objectStore('pages').delete(page));
  await deletePageBuckets(tx, page);
  return visitIds.length;
}

/** All rows of a page in an index over its key, a sequence and whatever comes behind them. */
export function sequencesOf(page: string): IDBKeyRange {
  return IDBKeyRange.bound([page, Number.NEGATIVE_INFINITY], [page, Number.POSITIVE_INFINITY]);
}

/**
 * Oldest first, but never a visit that the page's state still speaks of: a cohort seen rarely keeps its latest. What it
 * deletes is for the caller to count.
 */
export async function evictVisits(tx: Write, page: PageRow, mostVisits: number): Promise<PageRow> {
  if (isWithinBounds(page, mostVisits)) return page;
  const shown = tx.objectStore('tabs').index('page').getAll(page.key);
  const [{ left, gone }, tabs] = await Promise.all([chooseOldest(tx, page, mostVisits), shown]);
  for (const visitId of gone) write(tx.objectStore('visits').delete(visitId));
  for (const { tabId, visitId } of tabs) if (gone.has(visitId)) write(tx.objectStore('tabs').delete(tabId));
  return left;
}

/**
 * The oldest visits that have to go, and the page without them. The index tells what each takes: visits themselves are
 * long, and most of what is read only to be deleted. Deletes nothing, as that would slow the cursor down.
 */
async function chooseOldest(
  tx: Write,
  page: PageRow,
  mostVisits: number,
): Promise<{ left: PageRow; gone: ReadonlySet<string> }> {
  const kept = listReferenced(page.state);
  const gone = new Set<string>();
  let { visits, bytes } = page;
  let cursor = await tx.objectStore('visits').index('page').openKeyCursor(sequencesOf(page.key));
  while (cursor) {
    const { key, primaryKey: visitId } = cursor;
    if (!kept.has(visitId)) {
      gone.add(visitId);
      visits -= 1;
      bytes -= key[2];
      if (isWithinBounds({ visits, bytes }, mostVisits)) break;
    }
    cursor = await cursor.continue();
  }
  return { left: { ...page, visits, bytes }, gone };
}

/** The diary outlives its visits, which are what takes room; it has a bound of its own. */
export async function evictEvents(tx: Write, page: string): Promise<void> {
  const events = tx.objectStore('events');
  const excess = (await events.index('page').count(sequencesOf(page))) - MAX_EVENTS_PER_PAGE;
  if (excess <= 0) return;
  const ids = await events.index('page').getAllKeys(sequencesOf(page), excess);
  for (const id of ids) write(events.delete(id));
}

export async function evictPages(tx: Write, mostPages: number): Promise<void> {
  const pages = tx.objectStore('pages');
  const excess = (await pages.count()) - mostPages;
  if (excess <= 0) return;
  for (const key of await pages.index('lastSequence').getAllKeys(undefined, excess)) {
    await addToCounter(tx, 'evicted', await removePage(tx, key));
  }
}

function isWithinBounds({ visits, bytes }: Pick<PageRow, 'visits' | 'bytes'>, mostVisits: number): boolean {
  return visits <= mostVisits && (bytes <= MAX_PAGE_BYTES || visits <= 1);
}

/** Visits that the state of a page refers to. */
export function listReferenced(state: PageState): Set<string> {
  const latestOfCohorts = Object.values(state.cohorts).map(({ latestVisit }) => latestVisit);
  return new Set([...latestOfCohorts, state.latest?.visitId ?? ''].filter((visitId) => visitId !== ''));
}
