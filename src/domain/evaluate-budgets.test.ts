import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import { type Budget, type BudgetLimit, budgetSchema, DEFAULT_BUDGET, matchesPattern } from './budget.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import { evaluateBudgets } from './evaluate-budgets.ts';
import type { MetricVerdicts } from './verdict.ts';

const snapshot = buildSnapshot(
  createCapture({
    userTimings: [
      { name: 'hydrated', kind: 'measure', startTime: 100, duration: 140 },
      { name: 'ready', kind: 'mark', startTime: 300, duration: 0 },
    ],
  }),
);

function evaluate(limit: BudgetLimit, verdicts: MetricVerdicts = {}) {
  return evaluateBudgets(snapshot, [{ id: 'b', name: 'b', pattern: '*', limits: [limit] }], verdicts)[0];
}

describe('evaluateBudgets', () => {
  it.each<[string, BudgetLimit, number | undefined, string]>([
    ['a metric at its limit is within', absolute({ kind: 'metric', metric: 'load' }, 301), 301, 'within'],
    ['a metric above it is broken', absolute({ kind: 'metric', metric: 'load' }, 300), 301, 'broken'],
    [
      'an unmeasured metric never passes',
      absolute({ kind: 'metric', metric: 'interactionToNextPaint' }, 1e6),
      undefined,
      'not-measured',
    ],
    [
      'a type is summed',
      absolute({ kind: 'resources', type: 'script', measure: 'transferSize' }, 10_000),
      10_300,
      'broken',
    ],
    [
      'total counts the document',
      absolute({ kind: 'resources', type: 'total', measure: 'requests' }, 3),
      3,
      'within',
    ],
    [
      'a party without resources is 0',
      absolute({ kind: 'resources', type: 'total', party: 'third', measure: 'requests' }, 0),
      0,
      'within',
    ],
    [
      'a named resource',
      absolute({ kind: 'resource', pattern: '/app*.js', measure: 'transferSize' }, 10_000),
      10_300,
      'broken',
    ],
    [
      'a named resource by duration',
      absolute({ kind: 'resource', pattern: '/app.js', measure: 'duration' }, 30),
      30,
      'within',
    ],
    ['a measure', absolute({ kind: 'user-timing', name: 'hydrated' }, 100), 140, 'broken'],
    ['a mark', absolute({ kind: 'user-timing', name: 'ready' }, 300), 300, 'within'],
    ['an absent mark', absolute({ kind: 'user-timing', name: 'gone' }, 300), undefined, 'not-measured'],
  ])('%s', (_name, limit, actual, status) => {
    const result = evaluate(limit);
    expect([result?.actual, result?.status]).toEqual([actual, status]);
  });

  it('measures a relative limit against the baseline', () => {
    const limit: BudgetLimit = {
      type: 'relative',
      target: { kind: 'metric', metric: 'load' },
      maxIncrease: 0.05,
    };
    const verdicts: MetricVerdicts = { load: { verdict: 'unchanged', baseline: { value: 280, n: 9 } } };
    expect(evaluate(limit, verdicts)).toMatchObject({ limit: 294, actual: 301, status: 'broken' });
    expect(evaluate(limit)?.status).toBe('not-measured');
  });

  it('a named resource whose size is hidden is not measured', () => {
    const opaque = createCapturedResource({
      requestStart: undefined,
      transferSize: 0,
      encodedSize: 0,
      decodedSize: 0,
    });
    const hidden = buildSnapshot(createCapture({ resources: [opaque] }));
    const limit = absolute({ kind: 'resource', pattern: '/app.js', measure: 'transferSize' }, 1);
    const budget: Budget = { id: 'b', name: 'b', pattern: '*', limits: [limit] };
    expect(evaluateBudgets(hidden, [budget], {})[0]?.status).toBe('not-measured');
  });

  it('does not pass a sum of which a part is hidden, and still sees it broken', () => {
    const opaque = createCapturedResource({
      requestStart: undefined,
      transferSize: 0,
      encodedSize: 0,
      decodedSize: 0,
    });
    const known = createCapturedResource({ transferSize: 500 });
    const hidden = buildSnapshot(createCapture({ resources: [opaque, known] }));
    const statusOf = (max: number) => {
      const limit = absolute({ kind: 'resources', type: 'script', measure: 'transferSize' }, max);
      return evaluateBudgets(hidden, [{ id: 'b', name: 'b', pattern: '*', limits: [limit] }], {})[0]?.status;
    };
    expect([statusOf(499), statusOf(1000)]).toEqual(['broken', 'not-measured']);
  });

  it('does not count what a named resource fetched after settle', () => {
    const poll = createCapturedResource({ initiatorType: 'fetch', startTime: 9000 });
    const limit = absolute({ kind: 'resource', pattern: '/app.js', measure: 'transferSize' }, 1);
    const budget: Budget = { id: 'b', name: 'b', pattern: '*', limits: [limit] };
    const polled = buildSnapshot(createCapture({ resources: [poll] }));
    expect(evaluateBudgets(polled, [budget], {})[0]).toMatchObject({ actual: 0, status: 'within' });
  });

  it.each(['/((?:a+)+)b', '/a(b)', 'https://x.test/:id([0-9]+)'])(
    'admits no regular expression: %s',
    (pattern) => {
      expect(safeParse(budgetSchema, { id: 'b', name: 'b', pattern, limits: [] }).success).toBe(false);
    },
  );

  it('lets a later budget for the same target override an earlier one', () => {
    const page: Budget = {
      id: 'home',
      name: 'Home',
      pattern: 'http://localhost:*/',
      limits: [absolute({ kind: 'metric', metric: 'largestContentfulPaint' }, 100)],
    };
    const elsewhere: Budget = { ...page, id: 'else', pattern: '/elsewhere' };
    const results = evaluateBudgets(snapshot, [DEFAULT_BUDGET, page, elsewhere], {});
    expect(results.filter(({ key }) => key === 'largestContentfulPaint')).toMatchObject([
      { budgetId: 'home', status: 'broken', limit: 100 },
    ]);
  });
});

describe('matchesPattern', () => {
  it.each([
    ['*', 'https://a.test/x', true],
    ['/shop/*', 'https://a.test/shop/1', true],
    ['/shop/*', 'https://a.test/blog', false],
    ['https://a.test/*', 'https://a.test/x', true],
    ['https://a.test/*', 'https://b.test/x', false],
    ['http://localhost:*/', 'http://localhost:8080/', true],
  ])('%s on %s: %s', (pattern, url, expected) => {
    expect(matchesPattern(pattern, url)).toBe(expected);
  });
});

function absolute(target: BudgetLimit['target'], max: number): BudgetLimit {
  return { type: 'absolute', target, max };
}
