import type { Page, Worker } from 'playwright';
import { parsePage } from '../../src/domain/page.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { readStoredVisits } from '../stored-visits.ts';
import { waitFor } from '../wait-for.ts';

/** Settle ends three seconds after load at the latest; the rest is for a slow machine. */
const STORE_TIMEOUT: Milliseconds = 30_000;

export interface Reloader {
  readonly page: Page;
  readonly worker: Worker;
  /** Called with every load, once it has been judged. */
  readonly onLoad: (visit: VisitRow) => void;
}

export interface Goal {
  /** What is waited for, for the error. */
  readonly what: string;
  readonly isReached: (visit: VisitRow) => boolean;
  readonly mostLoads: number;
}

/** Reloads until a load is judged as wanted, and returns it. Throws an Error when that does not come. */
export async function reloadUntil(reloader: Reloader, goal: Goal): Promise<VisitRow> {
  for (let load = 0; load < goal.mostLoads; load++) {
    const visit = await reload(reloader);
    if (goal.isReached(visit)) return visit;
  }
  throw new Error(`expected ${goal.what} within ${goal.mostLoads} loads`);
}

async function reload({ page, worker, onLoad }: Reloader): Promise<VisitRow> {
  const key = parsePage(page.url())?.key ?? '';
  const before = (await readStoredVisits(worker, { page: key })).at(-1)?.sequence ?? 0;
  await page.reload();
  const visit = await waitFor(
    async () => {
      const rows = await readStoredVisits(worker, { page: key, after: before });
      return rows.find(({ snapshot }) => snapshot.settledAt !== undefined);
    },
    { what: 'the extension to judge the reload', timeout: STORE_TIMEOUT },
  );
  onLoad(visit);
  return visit;
}
