import { expect, it } from 'vitest';
import { BUDGET_PRESETS } from '../../src/domain/budget-presets.ts';
import { listPresets } from './budget-presets.ts';

const used = (...budgets: Parameters<typeof listPresets>[0]): boolean[] =>
  listPresets(budgets).map(({ isUsed }) => isUsed);

it('marks the one whose limits apply as they are', () => {
  expect(used(BUDGET_PRESETS.default)).toEqual([false, true, false]);
  expect(used({ ...BUDGET_PRESETS.strict, id: 'default' })).toEqual([true, false, false]);
  expect(used({ ...BUDGET_PRESETS.default, limits: [] })).toEqual([false, false, false]);
  expect(used()).toEqual([false, false, false]);
});

it('takes the place of another preset, before the budgets of single pages', () => {
  const page = { id: 'page', name: 'Shop', pattern: '/shop', limits: [] };
  expect(listPresets([BUDGET_PRESETS.default, page]).map(({ budget }) => budget.id)).toEqual([
    'default',
    'default',
    'default',
  ]);
  expect(listPresets([page])[0]?.budget).toEqual(BUDGET_PRESETS.strict);
});
