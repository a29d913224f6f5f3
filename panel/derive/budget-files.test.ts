import { expect, it } from 'vitest';
import type { Budget } from '../../src/domain/budget.ts';
import { planBudgetImport } from './budget-files.ts';

const budget: Budget = {
  id: 'lighthouse-1',
  name: 'Lighthouse',
  pattern: '/shop/*',
  limits: [
    { type: 'absolute', target: { kind: 'metric', metric: 'load' }, max: 2500 },
    { type: 'absolute', target: { kind: 'metric', metric: 'requests' }, max: 40 },
  ],
};
const same: Budget = { ...budget, id: 'mine', name: 'Mine', limits: budget.limits.toReversed() };
const stricter: Budget = { ...budget, limits: budget.limits.slice(0, 1) };
const empty: Budget = { ...budget, id: 'empty', limits: [] };

const plan = (value: readonly Budget[], own: readonly Budget[]) =>
  planBudgetImport({ value, lost: ['a sentence'], format: 'lighthouse' }, own, {
    fileName: 'budget.json',
    createId: () => 'free',
  });

it.each<[string, Budget[], Budget[], Budget[]]>([
  ['a new budget is added', [budget], [], [budget]],
  ['one that says the same is not', [budget], [same], []],
  ['one with the id of another gets its own', [stricter], [budget], [{ ...stricter, id: 'free' }]],
  ['one without a limit is left out', [empty], [], []],
  ['two of one id in a file both come', [budget, stricter], [], [budget, { ...stricter, id: 'free' }]],
])('%s', (_name, value, own, added) => {
  expect(plan(value, own).added).toEqual(added);
});

it('says what it would do, and passes on what is lost', () => {
  const { summary, lost } = plan([budget, stricter], [same]);
  expect(summary.replaceAll('\u00a0', ' ')).toBe(
    '1 budget with 1 limit from budget.json (Lighthouse budget.json). 1 budget of it had been here already.',
  );
  expect(lost).toEqual(['a sentence']);
});
