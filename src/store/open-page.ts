import type { PageRow, SizedPage, TabRow, VisitSizes } from './schema.ts';
import type { Write } from './transact.ts';

/** A page, and what has to be known to evict from it. */
export interface OpenPage {
  readonly row: SizedPage;
  readonly tabs: readonly TabRow[];
  /** Ids of its oldest visits, in the order of their sequence. */
  readonly oldest: readonly string[];
}

/** Reads a page with its `count` oldest visits and some more, as some may have to stay; undefined when there is none. */
export async function openPage(tx: Write, key: string, count = 0): Promise<OpenPage | undefined> {
  const [row, tabs, oldest] = await Promise.all([
    tx.objectStore('pages').get(key),
    tx.objectStore('tabs').index('page').getAll(key),
    readVisitIds(tx, key, count + MOSTLY_REFERENCED),
  ]);
  return row && { row: hasSizes(row) ? row : await addSizes(tx, row), tabs, oldest };
}

/**
 * The state of a page speaks of the latest visit of each cohort. Of eight or more, as with every throttling and
 * viewport tried on one page, all ids are read where these do not suffice.
 */
const MOSTLY_REFERENCED = 8;

/** Oldest first; all of them, or so many. */
export function readVisitIds(tx: Write, page: string, count?: number): Promise<string[]> {
  return tx.objectStore('visits').index('page').getAllKeys(sequencesOf(page), count);
}

/** All rows of a page in an index over its key, a sequence and whatever comes behind them. */
export function sequencesOf(page: string): IDBKeyRange {
  return IDBKeyRange.bound([page, Number.NEGATIVE_INFINITY], [page, Number.POSITIVE_INFINITY]);
}

/** An older version kept no sizes, and left those alone that a newer one had noted. */
function hasSizes(page: PageRow): page is SizedPage {
  const { sizes = [], visits, bytes, lastSequence } = page;
  return sizes.length === visits && (sizes.at(-1)?.[0] ?? 0) === lastSequence && sumBytes(sizes) === bytes;
}

/** From the index, which takes a fifth of a millisecond for each visit. */
async function addSizes(tx: Write, page: PageRow): Promise<SizedPage> {
  const sizes: VisitSizes[number][] = [];
  let cursor = await tx.objectStore('visits').index('page').openKeyCursor(sequencesOf(page.key));
  for (; cursor; cursor = await cursor.continue()) sizes.push([cursor.key[1], cursor.key[2]]);
  return { ...page, visits: sizes.length, bytes: sumBytes(sizes), sizes };
}

function sumBytes(sizes: VisitSizes): number {
  return sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
}
