import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { listBreaches } from '../domain/breaches.ts';
import { type Budget, DEFAULT_BUDGET } from '../domain/budget.ts';
import { MAX_BUDGETS } from '../domain/limits.ts';
import { deleteBudget, saveBudget } from './budgets.ts';
import { readBudgets, readEvents, readPage, readVisit } from './read.ts';
import { deliverAndJudge, openEmptyDatabase, visitIdOf } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

const PAGE = 'http://localhost:8080/';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

function budget(id: string, max: number): Budget {
  const target = { kind: 'metric', metric: 'load' } as const;
  return { id, name: id, pattern: '*', limits: [{ type: 'absolute', target, max }] };
}

it('keeps budgets in the order they were added, also when one is edited', async () => {
  await saveBudget(db, budget('b', 1));
  await saveBudget(db, budget('a', 2));
  await saveBudget(db, budget('b', 3));
  expect(await readBudgets(db)).toEqual([DEFAULT_BUDGET, budget('b', 3), budget('a', 2)]);
  await deleteBudget(db, 'default');
  await saveBudget(db, budget('c', 4));
  expect((await readBudgets(db)).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

it('judges what a tab shows again at once, and counts no load twice', async () => {
  await deliverAndJudge(db, { n: 1 });
  await deliverAndJudge(db, { n: 2 });
  expect(await saveBudget(db, budget('strict', 100))).toEqual([PAGE]);
  const visit = await readVisit(db, visitIdOf(2));
  expect(visit && listBreaches(visit.judgement)).toEqual(['load']);
  expect((await readEvents(db, PAGE)).map(({ event }) => event.type)).toEqual(['budget-broken']);
  const cohorts = Object.values((await readPage(db, PAGE))?.state.cohorts ?? {});
  expect(cohorts.map(({ current }) => current.samples)).toEqual([2]);
  await deleteBudget(db, 'strict');
  expect((await readEvents(db, PAGE)).map(({ event }) => event.type)).toEqual([
    'budget-broken',
    'budget-met',
  ]);
  expect(await verifyStore(db)).toEqual([]);
});

it('refuses one too many, and still lets those there be edited', async () => {
  for (let n = 1; n < MAX_BUDGETS; n++) await saveBudget(db, budget(`b${n}`, n));
  await expect(saveBudget(db, budget('more', 1))).rejects.toThrow('at most 100 budgets');
  await saveBudget(db, budget('b1', 5));
  expect(await readBudgets(db)).toHaveLength(MAX_BUDGETS);
});
