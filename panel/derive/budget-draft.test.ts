import { describe, expect, it } from 'vitest';
import type { Budget, BudgetTarget } from '../../src/domain/budget.ts';
import { DEFAULT_BUDGET } from '../../src/domain/default-budget.ts';
import {
  type BudgetDraft,
  describeLimit,
  draftOf,
  measureLimit,
  parseDraft,
  unitOfLimit,
} from './budget-draft.ts';
import { judge } from './judged.fixture.ts';

const budget: Budget = {
  id: 'shop',
  name: 'Shop',
  pattern: '/shop/*',
  limits: [
    { type: 'absolute', target: { kind: 'metric', metric: 'load' }, max: 2500 },
    { type: 'relative', target: { kind: 'metric', metric: 'transferSize' }, maxIncrease: 0.07 },
    {
      type: 'absolute',
      target: { kind: 'resource', pattern: '/app.js', measure: 'transferSize' },
      max: 120_500,
    },
  ],
};

const edited = (part: Partial<BudgetDraft>): BudgetDraft => ({ ...draftOf(budget), ...part });

const named = (target: BudgetTarget) => ({ target, type: 'absolute' as const, amount: '100' });

describe('a draft', () => {
  it.each([budget, DEFAULT_BUDGET])('of an unedited budget is that budget', (original) => {
    expect(parseDraft(draftOf(original))).toEqual({ ok: true, budget: original });
  });

  it('shows amounts in the units people type', () => {
    expect(draftOf(budget).limits.map(({ amount }) => amount)).toEqual(['2500', '7', '120.5']);
    expect(draftOf(budget).limits.map(unitOfLimit)).toEqual(['ms', '% over baseline', 'kB']);
  });

  it.each<[Partial<BudgetDraft>, string | number, RegExp]>([
    [{ name: '  ' }, 'name', /^expected/],
    [{ pattern: 'https://[' }, 'pattern', /expected a URL pattern/],
    [{ limits: [{ ...draftOf(budget).limits[0]!, amount: '' }] }, 0, /expected a number/],
    [{ limits: [{ ...draftOf(budget).limits[0]!, amount: '-1' }] }, 0, /from 0 up/],
    [{ limits: [draftOf(budget).limits[1]!, draftOf(budget).limits[1]!] }, 1, /already has a limit/],
    [{ limits: [named({ kind: 'user-timing', name: ' ' })] }, 0, /name of a mark or measure/],
    [{ limits: [named({ kind: 'resource', pattern: '', measure: 'duration' })] }, 0, /path or URL/],
    [{ limits: [named({ kind: 'resource', pattern: 'https://[', measure: 'duration' })] }, 0, /URL pattern/],
    [{ limits: [{ ...draftOf(budget).limits[0]!, amount: '1e300' }] }, 0, /expected/],
  ])('with %o is refused at %s', (part, field, message) => {
    const result = parseDraft(edited(part));
    expect(result).toMatchObject({ ok: false, error: { field } });
    expect(result.ok ? '' : result.error.message).toMatch(message);
  });
});

it('describes limits, and measures what they are about', () => {
  expect(budget.limits.map((limit) => describeLimit(limit).replaceAll('\u00a0', ' '))).toEqual([
    '≤ 2,500 ms',
    '≤ baseline + 7 %',
    '≤ 121 kB',
  ]);
  const { latest } = judge([{}]);
  const measured = draftOf(budget).limits.map((limit) =>
    measureLimit(limit, latest).replaceAll('\u00a0', ' '),
  );
  expect(measured).toEqual(['301 ms', '26 kB', '10 kB']);
});

it('measures nothing of a name that is still being typed', () => {
  const { latest } = judge([{}]);
  const half = named({ kind: 'resource', pattern: 'https://[', measure: 'transferSize' });
  expect(measureLimit(half, latest)).toBe('not measured');
});
