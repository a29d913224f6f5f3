import { expect, it } from 'vitest';
import { DEFAULT_BUDGET } from '../../src/domain/default-budget.ts';
import { buildReport } from '../../src/domain/report.ts';
import { judge, repeat } from './judged.fixture.ts';
import { chunkVisits, planImport } from './plan-import.ts';

const visits = judge(repeat(5, {})).visits.map(({ snapshot }) => snapshot);
const stricter = { ...DEFAULT_BUDGET, name: 'Stricter' };
const other = { ...DEFAULT_BUDGET, id: 'other', name: 'Other' };
const page = { key: 'http://localhost:8080/', origin: 'http://localhost:8080', route: '/', visits };
const report = buildReport({
  generatorVersion: '1',
  rule: 'classic',
  budgets: [stricter, other],
  pages: [page],
});

it('takes the budgets of the report into an empty profile', () => {
  const plan = planImport(report, [DEFAULT_BUDGET], false);
  expect(plan.budgets.map(({ name }) => name)).toEqual(['Stricter', 'Other']);
  expect(plan.kept).toEqual([]);
});

it('keeps own budgets where they differ once there are pages', () => {
  const plan = planImport(report, [DEFAULT_BUDGET], true);
  expect(plan.budgets.map(({ name }) => name)).toEqual(['Other']);
  expect(plan.kept).toEqual(['Stricter']);
});

it('does not save again what is the same', () => {
  expect(planImport(report, [stricter, other], false).budgets).toEqual([]);
});

it('keeps the order of the visits and every chunk below the bound', () => {
  const most = JSON.stringify(visits[0]).length * 2.5;
  const chunks = chunkVisits(visits, most);
  expect(chunks.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(chunks.flat()).toEqual(visits);
});

it('sends a visit above the bound alone', () => {
  expect(chunkVisits(visits, 10).map(({ length }) => length)).toEqual([1, 1, 1, 1, 1]);
});
