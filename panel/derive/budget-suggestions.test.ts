import { expect, it } from 'vitest';
import type { Budget } from '../../src/domain/budget.ts';
import { DEFAULT_BUDGET } from '../../src/domain/default-budget.ts';
import { applySuggestions, deriveSuggestions, type Suggestion } from './budget-suggestions.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');
const find = (suggestions: readonly Suggestion[], metric: string): Suggestion | undefined =>
  suggestions.find((suggestion) => suggestion.metric === metric);

const steady = judge(repeat(24, withLcp(1300))).visits;

it('says what the loads speak for, where there is no limit yet', () => {
  const visits = judge(repeat(12, withLcp(1300)), []).visits;
  const lcp = find(deriveSuggestions(visits, []), 'largestContentfulPaint');
  expect(plain(lcp?.action)).toBe('Set ≤ 1,450 ms');
  expect(lcp?.argument).toContain('p90 of 12 loads');
});

it('says that a limit nobody comes near to can be tightened', () => {
  const lcp = find(deriveSuggestions(steady, [DEFAULT_BUDGET]), 'largestContentfulPaint');
  expect(plain(lcp?.action)).toBe('Tighten to ≤ 1,450 ms');
  expect(plain(lcp?.argument)).toContain('the budget of 2,500 ms could be 1,450 ms');
});

it('takes no argument from loads that were regressed or not judged', () => {
  const { visits } = judge([...repeat(12, withLcp(1300)), ...repeat(6, withLcp(4000))], []);
  const hidden = { ...withLcp(9000), hidden: true };
  const lcp = find(deriveSuggestions(visits, []), 'largestContentfulPaint');
  expect(lcp?.argument).toContain('p90 of 12 loads');
  const unseen = judge([...repeat(12, withLcp(1300)), ...repeat(6, hidden)], []).visits;
  expect(find(deriveSuggestions(unseen, []), 'largestContentfulPaint')).toEqual(lcp);
});

it('leaves a limit alone that moves with the baseline', () => {
  const relative: Budget = {
    ...DEFAULT_BUDGET,
    limits: [
      { type: 'relative', target: { kind: 'metric', metric: 'largestContentfulPaint' }, maxIncrease: 0.05 },
    ],
  };
  expect(find(deriveSuggestions(steady, [relative]), 'largestContentfulPaint')).toBeUndefined();
});

it('puts them into the budget of exactly this page, or makes one', () => {
  const suggestions = deriveSuggestions(steady, [DEFAULT_BUDGET]).slice(0, 1);
  const place = { url: 'http://localhost:8080/shop', newId: 'new' };
  const made = applySuggestions(suggestions, [DEFAULT_BUDGET], place);
  expect(made).toMatchObject({ id: 'new', pattern: '/shop', limits: [suggestions[0]?.limit] });
  const requests = {
    type: 'absolute',
    target: { kind: 'metric', metric: 'requests' },
    max: 9,
  } as const;
  const known = { ...made, id: 'known', limits: [{ ...made.limits[0]!, max: 9000 } as never, requests] };
  const changed = applySuggestions(suggestions, [DEFAULT_BUDGET, known], place);
  expect(changed).toEqual({ ...known, limits: [requests, suggestions[0]?.limit] });
});
