import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Budget, budgetSchema, targetKey } from './budget.ts';
import { BUDGET_PRESETS, PRESET_NAMES } from './budget-presets.ts';

const limitsOf = (budget: Budget): Record<string, number> =>
  Object.fromEntries(
    budget.limits.map((limit) => [targetKey(limit.target), limit.type === 'absolute' ? limit.max : 0]),
  );

describe('BUDGET_PRESETS', () => {
  it.each(PRESET_NAMES)('%s is a valid budget', (name) => {
    expect(v.is(budgetSchema, BUDGET_PRESETS[name])).toBe(true);
  });

  it('limits the same things, each more strictly than the next', () => {
    const [strict, usual, relaxed] = PRESET_NAMES.map((name) => limitsOf(BUDGET_PRESETS[name]));
    for (const [target, max] of Object.entries(usual!)) {
      expect(strict![target]).toBeLessThan(max);
      expect(relaxed![target]).toBeGreaterThan(max);
    }
    expect(Object.keys(strict!)).toEqual(Object.keys(usual!));
    expect(Object.keys(relaxed!)).toEqual(Object.keys(usual!));
  });

  it('lets a page being rescued be as slow as what is called poor', () => {
    expect(limitsOf(BUDGET_PRESETS.relaxed)).toMatchObject({ largestContentfulPaint: 4000, requests: 150 });
    expect(limitsOf(BUDGET_PRESETS.strict)).toMatchObject({ largestContentfulPaint: 1250, requests: 37 });
  });
});
