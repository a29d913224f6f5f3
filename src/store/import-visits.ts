import { parsePage } from '../domain/page.ts';
import { InputError } from '../domain/parse-report.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { phrase } from '../domain/words/phrase.ts';
import { JUDGED_STORES, openVisits } from './open-visits.ts';
import { readTemplatesIn } from './route-templates.ts';
import type { VisitRow } from './schema.ts';
import { type Database, transact, type Write } from './transact.ts';

export interface Imported {
  /** Ids of those that were added, in their order. */
  readonly visits: readonly string[];
  readonly skipped: number;
  readonly pages: readonly string[];
}

/** Visits that are held in memory at a time, and after which goes what they displace. */
const LOT = 20;

/**
 * Adds visits in the order given, each judged as if it had just been captured; all of them or, when one fails, none.
 * A visit that is already there stays as it is. Throws an InputError when a visit is not one of a page.
 */
export function importVisits(db: Database, snapshots: readonly Snapshot[]): Promise<Imported> {
  return transact(db, { stores: JUDGED_STORES, durability: 'strict' }, async (tx) => {
    const templates = await readTemplatesIn(tx);
    const visits = snapshots.map((snapshot, index) => ({
      visitId: snapshot.visitId,
      page: pageOf(snapshot, index, templates),
      snapshot,
    }));
    const imported: VisitRow[] = [];
    for (let first = 0; first < visits.length; first += LOT) {
      imported.push(...(await importLot(tx, visits.slice(first, first + LOT))));
    }
    return {
      visits: imported.map(({ visitId }) => visitId),
      skipped: visits.length - imported.length,
      pages: [...new Set(imported.map(({ page }) => page))],
    };
  });
}

async function importLot(
  tx: Write,
  lot: readonly Pick<VisitRow, 'visitId' | 'page' | 'snapshot'>[],
): Promise<VisitRow[]> {
  const visits = await openVisits(tx, lot);
  const imported: VisitRow[] = [];
  for (const { visitId, page, snapshot } of lot) {
    if (!visits.find(visitId)) imported.push(visits.store({ page, tabId: undefined, snapshot }));
  }
  await visits.finish();
  return imported;
}

function pageOf({ url }: Snapshot, index: number, templates: readonly string[]): string {
  const page = parsePage(url, templates);
  if (!page) throw new InputError(phrase('expectedAt', `visits: [${index}].url`, phrase('anHttpUrl')));
  return page.key;
}
