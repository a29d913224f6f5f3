import { expect, it } from 'vitest';
import type { Budget } from '../../src/domain/budget.ts';
import { deriveBudgetList, previewBudget } from './budget-list.ts';
import { judge, withLcp } from './judged.fixture.ts';

const strict: Budget = {
  id: 'strict',
  name: 'Strict',
  pattern: '*',
  limits: [{ type: 'absolute', target: { kind: 'metric', metric: 'largestContentfulPaint' }, max: 100 }],
};
const elsewhere: Budget = { ...strict, id: 'elsewhere', pattern: '/checkout/*' };

it('tells which budgets apply to the page and how many limits are broken', () => {
  const { latest } = judge([withLcp(900)], [strict, elsewhere]);
  const items = deriveBudgetList([strict, elsewhere], latest);
  expect(items.map(({ scope, applies, broken }) => [scope, applies, broken])).toEqual([
    ['every page', true, 1],
    ['/checkout/*', false, 0],
  ]);
});

it('lists budgets without a page', () => {
  expect(deriveBudgetList([strict], undefined)).toMatchObject([{ applies: false, broken: 0 }]);
});

it('previews a budget by itself, wherever its pattern points', () => {
  const { latest } = judge([withLcp(900)], []);
  expect(previewBudget(elsewhere, latest).get('largestContentfulPaint')).toMatchObject({
    status: 'broken',
    actual: 900,
  });
  expect(previewBudget(elsewhere, undefined).size).toBe(0);
});
