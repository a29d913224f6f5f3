import { readVisit, readVisits } from '../../src/store/read.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import type { Database } from './database-model.ts';
import { createKeptReading } from './kept-reading.ts';

/**
 * The newest visits of a page, read once and then kept up to date: a row may be tens of kilobytes, and a new load must
 * not cost the reading of all those before it.
 */
export interface VisitWindow {
  /** To be told of every change: the visits that were stored, or undefined when anything may have changed. */
  readonly noteChange: (visits: readonly string[] | undefined) => void;
  /** Oldest first. `countStored` says how many visits the page has in all. */
  readonly read: (
    db: Database,
    page: string,
    countStored: () => Promise<number>,
  ) => Promise<readonly VisitRow[]>;
}

export function createVisitWindow(limit: number): VisitWindow {
  const kept = createKeptReading<{ readonly page: string; readonly rows: readonly VisitRow[] }>();
  return {
    noteChange: kept.noteChange,
    async read(db, page, countStored) {
      const { rows } = await kept.read(async (before, wanted) => {
        const isUpdate = before?.page === page && wanted.size <= limit;
        const updated = isUpdate ? await update(db, before, wanted) : undefined;
        // Fewer are stored when some of them have been evicted since.
        const isWhole = updated && updated.length <= (await countStored());
        return { page, rows: isWhole ? updated.slice(-limit) : await readVisits(db, page, { limit }) };
      });
      return rows;
    },
  };
}

async function update(
  db: Database,
  { page, rows }: { readonly page: string; readonly rows: readonly VisitRow[] },
  wanted: ReadonlySet<string>,
): Promise<readonly VisitRow[]> {
  if (wanted.size === 0) return rows;
  const fresh = await Promise.all([...wanted].map((visitId) => readVisit(db, visitId)));
  const own = fresh.filter((visit) => visit?.page === page) as VisitRow[];
  const others = rows.filter(({ visitId }) => !wanted.has(visitId));
  return [...others, ...own].sort((a, b) => a.sequence - b.sequence);
}
