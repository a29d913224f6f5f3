import type { Budget } from '../domain/budget.ts';
import { MAX_BUDGETS } from '../domain/limits.ts';
import { InputError } from '../domain/parse-report.ts';
import { observe } from '../domain/observe.ts';
import { phrase, plainNumber } from '../domain/words/phrase.ts';
import { readBudgetsInOrder } from './open-visits.ts';
import { type Database, type StoreName, transact, type Write } from './transact.ts';
import { addEvents } from './write-visit.ts';

const STORES = ['budgets', 'tabs', 'pages', 'visits', 'events'] as const satisfies readonly StoreName[];

/** Replaces the budget with this id where it stands, or adds it after all others, whose limits it then overrides. */
export function saveBudget(db: Database, budget: Budget): Promise<string[]> {
  return transact(db, { stores: STORES, durability: 'strict' }, async (tx) => {
    const budgets = tx.objectStore('budgets');
    const before = await budgets.get(budget.id);
    if (!before && (await budgets.count()) >= MAX_BUDGETS) {
      throw new InputError(phrase('tooManyBudgets', plainNumber(MAX_BUDGETS)));
    }
    const position = before?.position ?? (await nextPosition(tx));
    await budgets.put({ id: budget.id, position, budget });
    return judgeShownAgain(tx);
  });
}

export function deleteBudget(db: Database, id: string): Promise<string[]> {
  return transact(db, { stores: STORES, durability: 'strict' }, async (tx) => {
    await tx.objectStore('budgets').delete(id);
    return judgeShownAgain(tx);
  });
}

async function nextPosition(tx: Write): Promise<number> {
  const last = await tx.objectStore('budgets').index('position').openKeyCursor(undefined, 'prev');
  return last ? last.key + 1 : 0;
}

/**
 * What tabs show is judged again at once; every other page with its next load. Judging the latest visit of a page
 * anew starts from the level before it, so nothing is counted twice. Gives the pages concerned.
 */
async function judgeShownAgain(tx: Write): Promise<string[]> {
  const budgets = await readBudgetsInOrder(tx);
  const shown = new Set((await tx.objectStore('tabs').getAll()).map(({ page }) => page));
  for (const key of shown) {
    const page = await tx.objectStore('pages').get(key);
    const visit = page?.state.latest && (await tx.objectStore('visits').get(page.state.latest.visitId));
    if (!page || !visit) continue;
    const observation = observe(page.state, visit.snapshot, { budgets, previous: visit.judgement });
    await tx.objectStore('pages').put({ ...page, state: observation.page });
    await tx.objectStore('visits').put({ ...visit, judgement: observation.judgement });
    addEvents(tx, visit, observation.events);
  }
  return [...shown];
}
