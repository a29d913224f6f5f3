import { parsePage } from '../domain/page.ts';
import { InputError } from '../domain/parse-report.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { phrase } from '../domain/words/phrase.ts';
import { readTemplatesIn } from './route-templates.ts';
import { JUDGED_STORES, storeVisits } from './store-visit.ts';
import { type Database, transact } from './transact.ts';

export interface Imported {
  /** Ids of those that were added, in their order. */
  readonly visits: readonly string[];
  readonly skipped: number;
  readonly pages: readonly string[];
}

/**
 * Adds visits in the order given, each judged as if it had just been captured; all of them or, when one fails, none.
 * A visit that is already there stays as it is. Throws an InputError when a visit is not one of a page.
 */
export function importVisits(db: Database, snapshots: readonly Snapshot[]): Promise<Imported> {
  return transact(db, { stores: JUDGED_STORES, durability: 'strict' }, async (tx) => {
    const templates = await readTemplatesIn(tx);
    const visits = snapshots.map((snapshot, index) => ({
      snapshot,
      page: pageOf(snapshot, index, templates),
    }));
    const stored = storeVisits(tx);
    const pages = new Set<string>();
    const imported: string[] = [];
    for (const { snapshot, page } of visits) {
      const isKnown = await tx.objectStore('visits').getKey(snapshot.visitId);
      if (isKnown !== undefined) continue;
      await stored.store({ page, tabId: undefined, previous: undefined, snapshot });
      pages.add(page);
      imported.push(snapshot.visitId);
    }
    stored.finish();
    return { visits: imported, skipped: visits.length - imported.length, pages: [...pages] };
  });
}

function pageOf({ url }: Snapshot, index: number, templates: readonly string[]): string {
  const page = parsePage(url, templates);
  if (!page) throw new InputError(phrase('expectedAt', `visits: [${index}].url`, phrase('anHttpUrl')));
  return page.key;
}
