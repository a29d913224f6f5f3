import { describe, expect, test } from 'vitest';
import type { Verdict } from '../verdict.ts';
import { combineAttributions } from './combine.ts';
import { type NamingContext, rateConfidence, selectNamed } from './naming-gate.ts';

function combine(...values: (number | undefined)[]) {
  return combineAttributions(
    values.map((value) => ({
      central: true,
      attribution: {
        delta: value ?? 0,
        parts:
          value === undefined
            ? []
            : [{ kind: 'slow-server' as const, key: 'a', facts: { count: 1 }, value, certainty: 0.9 }],
      },
    })),
  );
}

function contextOf(verdict: Verdict, overrides: Partial<NamingContext> = {}): NamingContext {
  return { name: 'load', verdict, delta: 200, baseline: 1_000, replicated: true, scatter: 0, ...overrides };
}

describe('what is named', () => {
  test.each<[string, (number | undefined)[], Verdict, boolean]>([
    ['a steady cause', [180, 200, 210], 'regressed', true],
    ['a steady cause without a confirmed change', [180, 200, 210], 'unchanged', true],
    ['one below 25 ms', [20, 22, 21], 'regressed', false],
    ['one below 5 % of the metric, while nothing is confirmed', [40, 42, 41], 'unchanged', false],
    ['the same, once the change is confirmed', [40, 42, 41], 'regressed', true],
    ['one that most pairs do not show', [200, undefined, undefined], 'regressed', false],
    ['one in half of the pairs, unconfirmed', [200, 210, undefined, undefined], 'unchanged', false],
    ['one that scatters as much as it weighs', [400, -180, 60], 'unchanged', false],
  ])('%s', (_case, values, verdict, expected) => {
    expect(selectNamed(combine(...values), contextOf(verdict))).toHaveLength(expected ? 1 : 0);
  });

  test.each<[string, number[], Verdict, boolean]>([
    ['half of it', [20, 22, 21], 'regressed', true],
    ['a quarter of it', [11, 11, 12], 'regressed', false],
    ['what works against it', [-20, -22, -21], 'regressed', false],
    ['half of it, while it is not confirmed', [20, 22, 21], 'unchanged', false],
  ])('of a change of 44 ms: %s', (_case, values, verdict, expected) => {
    const causes = combine(...values);
    expect(selectNamed(causes, contextOf(verdict, { delta: 44 }))).toHaveLength(expected ? 1 : 0);
  });

  test.each([
    [30, 200, true],
    [200, 30, false],
  ])('a timing from %d to %d ms that is said to have cost 120 ms', (baseline, current, expected) => {
    const facts = { count: 1, time: { baseline, current } };
    const part = { kind: 'slow-server' as const, key: 'a', facts, value: 120, certainty: 1 };
    const causes = combineAttributions([{ central: true, attribution: { delta: 120, parts: [part] } }]);
    expect(selectNamed(causes, contextOf('regressed'))).toHaveLength(expected ? 1 : 0);
  });

  test.each<[string, Verdict, number, boolean]>([
    ['unconfirmed, within three standard errors of the sides', 'unchanged', 70, false],
    ['unconfirmed, beyond them', 'unchanged', 60, true],
    ['confirmed by a rule, which has weighed the scatter', 'regressed', 70, true],
  ])('a timing on which the pairs agree: %s', (_case, verdict, scatter, expected) => {
    const causes = combine(195, 200, 202);
    expect(selectNamed(causes, contextOf(verdict, { scatter }))).toHaveLength(expected ? 1 : 0);
  });

  test('one long task more or less is only named once a rule has confirmed it', () => {
    const context = { name: 'longTasks', delta: 1, baseline: 1 } as const;
    expect(selectNamed(combine(1, 1, 1), contextOf('unchanged', context))).toEqual([]);
    expect(selectNamed(combine(1, 1, 1), contextOf('regressed', context))).toHaveLength(1);
  });

  test.each<[string, Verdict, number, number, boolean]>([
    ['none to one of 62 ms, which may have been there unseen', 'unchanged', 0, 50, false],
    ['one of 62 ms to none', 'unchanged', 62, -62, false],
    ['none to one of 62 ms, confirmed', 'regressed', 0, 62, true],
    ['none to one of 150 ms', 'unchanged', 0, 150, true],
    ['one of 60 ms to one of 110', 'unchanged', 60, 50, true],
  ])('of the longest task: %s', (_case, verdict, baseline, delta, expected) => {
    const context = { name: 'longestTask', baseline, delta, scatter: 4 } as const;
    const causes = combine(delta, delta + 1, delta - 1);
    expect(selectNamed(causes, contextOf(verdict, context))).toHaveLength(expected ? 1 : 0);
  });

  test('is listed by falling share of the change, whichever way it went', () => {
    const parts = [-50, 90, -300].map((value, i) => ({
      kind: 'slow-server' as const,
      key: String(i),
      facts: { count: 1 },
      value,
      certainty: 1,
    }));
    const causes = combineAttributions([{ central: true, attribution: { delta: -260, parts } }]);
    const order = (delta: number) =>
      selectNamed(causes, contextOf('regressed', { delta })).map(({ value }) => value);
    expect(order(-260)).toEqual([-300, -50, 90]);
    expect(order(260)).toEqual([90, -50, -300]);
  });
});

describe('how sure', () => {
  test.each<[string, number[], boolean, string]>([
    ['several loads agree', [190, 200, 210], true, 'high'],
    ['they scatter', [120, 200, 320], true, 'medium'],
    ['they hardly agree', [10, 200, 500], true, 'low'],
    ['a timing of a single load', [200], false, 'medium'],
    ['a small timing of a single load', [26], false, 'medium'],
  ])('%s', (_case, values, replicated, expected) => {
    const [cause] = combine(...values);
    expect(cause && rateConfidence(cause, contextOf('regressed', { replicated }))).toBe(expected);
  });
});
