import { countPages, readPage, readPages } from '../../src/store/read.ts';
import type { PageRow } from '../../src/store/schema.ts';
import type { Database } from './database-model.ts';
import { createKeptReading } from './kept-reading.ts';

/** Beyond so many changed pages, reading all of them at once is quicker. */
const MOST_SINGLE_READS = 20;

/**
 * All pages, read once and then kept up to date: the state of a page may be tens of kilobytes, there may be hundreds of
 * pages, and a load changes one of them.
 */
export interface PageRows {
  /** To be told of every change: the keys of the pages concerned; none when all may be. */
  readonly noteChange: (pages: readonly string[]) => void;
  /** The one visited last first. */
  readonly read: (db: Database) => Promise<readonly PageRow[]>;
}

export function createPageRows(): PageRows {
  const kept = createKeptReading<readonly PageRow[]>();
  return {
    noteChange: (pages) => kept.noteChange(pages.length > 0 ? pages : undefined),
    read: (db) =>
      kept.read(async (before, wanted) => {
        const isUpdate = before && wanted.size <= MOST_SINGLE_READS;
        return (isUpdate && (await update(db, before, wanted))) || (await readPages(db));
      }),
  };
}

/** Undefined when pages must have gone or come of which nobody told. */
async function update(
  db: Database,
  before: readonly PageRow[],
  wanted: ReadonlySet<string>,
): Promise<readonly PageRow[] | undefined> {
  const [stored, ...fresh] = await Promise.all([
    countPages(db),
    ...[...wanted].map((page) => readPage(db, page)),
  ]);
  const rows = [...before.filter(({ key }) => !wanted.has(key)), ...fresh.filter((row) => row !== undefined)];
  return rows.length === stored ? rows.sort((a, b) => b.lastSequence - a.lastSequence) : undefined;
}
