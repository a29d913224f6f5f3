import type { BaselineChange } from '../domain/baseline.ts';
import { changeCohort } from '../domain/change-cohort.ts';
import { InputError } from '../domain/parse-report.ts';
import { phrase } from '../domain/words/phrase.ts';
import { addEvents } from './write-visit.ts';
import { type Database, transact } from './transact.ts';

export interface BaselineTarget {
  readonly page: string;
  readonly cohort: string;
  readonly change: BaselineChange;
}

/** Changes the baseline of a cohort. Throws an InputError when there is none, or when its rule has no such change. */
export function changeBaseline(db: Database, { page: key, cohort, change }: BaselineTarget): Promise<void> {
  const stores = ['pages', 'visits', 'events'] as const;
  return transact(db, { stores, durability: 'strict' }, async (tx) => {
    const page = await tx.objectStore('pages').get(key);
    const latestVisit = page?.state.cohorts[cohort]?.latestVisit;
    const latest = latestVisit ? await tx.objectStore('visits').get(latestVisit) : undefined;
    const changed = page && latest && changeCohort(page.state, { cohort, change }, latest);
    if (!changed) throw new InputError(phrase('noBaselineOf', cohort, key));
    await tx.objectStore('pages').put({ ...page, state: changed.page });
    await tx.objectStore('visits').put({ ...latest, judgement: changed.judgement });
    addEvents(tx, latest, changed.events);
  });
}
