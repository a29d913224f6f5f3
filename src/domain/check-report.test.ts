import { describe, expect, it } from 'vitest';
import type { Budget, BudgetLimit } from './budget.ts';
import type { Snapshot } from './snapshot.ts';
import { checkReport } from './check-report.ts';
import { parsePage } from './page.ts';
import { buildReport, type Report } from './report.ts';
import { createVisits } from './visit.fixture.ts';

const paintLimit = (max: number): BudgetLimit => ({
  type: 'absolute',
  target: { kind: 'metric', metric: 'largestContentfulPaint' },
  max,
});

const budget = (limits: BudgetLimit[], pattern = '*'): Budget => ({
  id: 'test',
  name: 'Test',
  pattern,
  limits,
});

const check = (visits: Snapshot[], ...budgets: Budget[]) =>
  checkReport({ report: reportOf(visits), budgets });

/** One page, as every visit here is of it. */
function reportOf(visits: Snapshot[]): Report {
  const page = parsePage(visits[0]!.url)!;
  return buildReport({ generatorVersion: '0.0.0', rule: 'scan', budgets: [], pages: [{ ...page, visits }] });
}

describe('checkReport', () => {
  it.each([
    ['one slow load breaks nothing', [1000, 1000, 9000], 'within', 1000],
    ['half of the loads do', [1000, 3000, 3000, 1200], 'within', 2100],
    ['most of the loads break it', [1000, 3000, 3000], 'broken', 3000],
    ['exactly the limit is within', [2500], 'within', 2500],
  ] as const)('judges the median: %s', (_name, paints, status, actual) => {
    const [page] = check(createVisits(paints), budget([paintLimit(2500)]));
    expect(page).toMatchObject({ page: 'http://localhost:8080/', visits: paints.length });
    expect(page?.results).toEqual([expect.objectContaining({ status, actual, limit: 2500 })]);
  });

  it.each([
    ['one', [0, 0, 5], 'within'],
    ['most', [0, 5, 5], 'not-measured'],
    ['all', [5, 5, 5], 'not-measured'],
  ] as const)('does not pass a size that is hidden in %s of the loads', (_name, hidden, status) => {
    const visits = createVisits([1, 1, 1]).map((visit, i) => ({
      ...visit,
      totals: visit.totals.map((total) => ({ ...total, restricted: hidden[i] ?? 0 })),
    }));
    const scripts: BudgetLimit = {
      type: 'absolute',
      target: { kind: 'resources', type: 'script', measure: 'transferSize' },
      max: 1_000_000,
    };
    expect(check(visits, budget([scripts]))[0]?.results[0]?.status).toBe(status);
  });

  it.each([
    ['never', [undefined, undefined], 'not-measured'],
    ['in fewer than half of the loads', [100, undefined, undefined], 'not-measured'],
    ['in half of the loads', [100, undefined], 'within'],
  ] as const)('does not pass what was measured %s', (_name, paints, status) => {
    const [page] = check(createVisits(paints), budget([paintLimit(2500)]));
    expect(page?.results[0]?.status).toBe(status);
  });

  it('judges one cohort, the largest, and no load that may not be judged', () => {
    const visits = [
      ...createVisits([9000, 9000, 9000], { hidden: true }),
      ...createVisits([8000], { navigation: { kind: 'navigate', load: 300, responseEnd: 50 } }),
      ...createVisits([1000, 1100]),
    ];
    const [page] = check(visits, budget([paintLimit(2500)]));
    expect(page).toMatchObject({ cohort: 'reload/cold/desktop', visits: 2 });
    expect(page?.results[0]?.actual).toBe(1050);
  });

  it('needs a baseline for a relative limit', () => {
    const limit: BudgetLimit = {
      type: 'relative',
      target: { kind: 'metric', metric: 'largestContentfulPaint' },
      maxIncrease: 0.1,
    };
    const report = reportOf(createVisits([1200]));
    const [alone] = checkReport({ report, budgets: [budget([limit])] });
    expect(alone?.results[0]?.status).toBe('not-measured');
    const levels = {
      largestContentfulPaint: { verdict: 'unchanged', baseline: { value: 1000, n: 8 } },
    } as const;
    const baselines = new Map([['http://localhost:8080/', levels]]);
    const [compared] = checkReport({ report, budgets: [budget([limit])], baselines });
    expect(compared?.results[0]).toMatchObject({ status: 'broken', limit: 1100 });
  });

  it('lets a later budget override an earlier one', () => {
    const [page] = check(createVisits([3000]), budget([paintLimit(2500)]), budget([paintLimit(4000)], '/'));
    expect(page?.results).toEqual([expect.objectContaining({ status: 'within', limit: 4000 })]);
  });

  it('says when nothing could be judged', () => {
    expect(() => check(createVisits([1000], { hidden: true }), budget([paintLimit(1)]))).toThrow(
      'pages[0].visits: expected a load that may be judged, got 1 that may not (hidden)',
    );
  });

  it('says when no budget is for any page', () => {
    expect(() => check(createVisits([1000]), budget([paintLimit(1)], '/shop/*'))).toThrow(
      'budgets: expected a limit for http://localhost:8080/, got the patterns "/shop/*"',
    );
  });
});
