import { MAX_EVENTS_PER_PAGE, MAX_PAGE_BYTES } from '../domain/limits.ts';
import type { PageState } from '../domain/page-state.ts';
import { parseSetting, type Settings } from '../domain/settings.ts';
import { addToCounter } from './counters.ts';
import { type OpenPage, openPage, readVisitIds, sequencesOf } from './open-page.ts';
import type { PageRow, SizedPage, VisitSizes } from './schema.ts';
import { deletePageBuckets } from './throttle.ts';
import { put, remove, type Write } from './transact.ts';

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
  let evicted = 0;
  for (const row of await tx.objectStore('pages').getAll()) {
    // To open a page may be to count it anew, which those that stay as they are need not wait for.
    const page = isWithinBounds(row, retention.visitsPerPage) ? undefined : await openPage(tx, row.key);
    if (!page) continue;
    const { left, gone } = await evictVisits(tx, page, retention.visitsPerPage);
    put(tx, 'pages', left);
    evicted += gone.size;
  }
  await addToCounter(tx, 'evicted', evicted);
}

/** Deletes a page with everything it owns, and says how many visits that were. */
export async function removePage(tx: Write, page: string): Promise<number> {
  const [visitIds, eventIds, tabIds] = await Promise.all([
    readVisitIds(tx, page),
    tx.objectStore('events').index('page').getAllKeys(sequencesOf(page)),
    tx.objectStore('tabs').index('page').getAllKeys(page),
  ]);
  for (const visitId of visitIds) remove(tx, 'visits', visitId);
  for (const id of eventIds) remove(tx, 'events', id);
  for (const tabId of tabIds) remove(tx, 'tabs', tabId);
  remove(tx, 'pages', page);
  await deletePageBuckets(tx, page);
  return visitIds.length;
}

interface Evicted {
  readonly left: SizedPage;
  readonly gone: ReadonlySet<string>;
}

/**
 * Oldest first, but never a visit that the page's state still speaks of: a cohort seen rarely keeps its latest. What it
 * deletes it takes off the page's tabs; it is for the caller to count.
 */
export async function evictVisits(
  tx: Write,
  { row, tabs, oldest }: OpenPage,
  mostVisits: number,
): Promise<Evicted> {
  const evicted =
    chooseOldest(row, oldest, mostVisits) ?? chooseOldest(row, await readVisitIds(tx, row.key), mostVisits);
  // Fewer ids than sizes: the page is not whole. Nothing is evicted then, rather than a visit refused.
  if (!evicted) return { left: row, gone: new Set() };
  for (const visitId of evicted.gone) remove(tx, 'visits', visitId);
  for (const { tabId, visitId } of tabs) if (evicted.gone.has(visitId)) remove(tx, 'tabs', tabId);
  return evicted;
}

/** The oldest visits that have to go, and the page without them; undefined when more ids have to be known. */
function chooseOldest(page: SizedPage, ids: readonly string[], mostVisits: number): Evicted | undefined {
  const kept = listReferenced(page.state);
  const gone = new Set<string>();
  const stay: VisitSizes[number][] = [];
  let { visits, bytes } = page;
  for (const [index, size] of page.sizes.entries()) {
    if (isWithinBounds({ visits, bytes }, mostVisits)) {
      return { left: { ...page, visits, bytes, sizes: [...stay, ...page.sizes.slice(index)] }, gone };
    }
    const id = ids[index];
    if (id === undefined) return undefined;
    if (kept.has(id)) {
      stay.push(size);
      continue;
    }
    gone.add(id);
    visits -= 1;
    bytes -= size[1];
  }
  return { left: { ...page, visits, bytes, sizes: stay }, gone };
}

/** The diary outlives its visits, which are what takes room; it has a bound of its own. */
export async function evictEvents(tx: Write, page: string): Promise<void> {
  const events = tx.objectStore('events');
  const excess = (await events.index('page').count(sequencesOf(page))) - MAX_EVENTS_PER_PAGE;
  if (excess <= 0) return;
  const ids = await events.index('page').getAllKeys(sequencesOf(page), excess);
  for (const id of ids) remove(tx, 'events', id);
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
