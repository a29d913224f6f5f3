import { describe, expect, it } from 'vitest';
import { compareReports } from './compare-reports.ts';
import { InputError } from './parse-report.ts';
import { parsePage } from './page.ts';
import { buildReport, type Report } from './report.ts';
import type { Snapshot } from './snapshot.ts';
import { createVisits } from './visit.fixture.ts';

function reportOf(...pages: Snapshot[][]): Report {
  const named = pages.map((visits) => ({ ...parsePage(visits[0]!.url)!, visits }));
  return buildReport({ generatorVersion: '0.0.0', rule: 'scan', budgets: [], pages: named });
}

const calm = [500, 505, 498, 502, 500, 503, 499, 501];
const slow = calm.map((paint) => paint + 400);
const navigation = { kind: 'navigate', load: 300, responseEnd: 50 } as const;

describe('compareReports', () => {
  it('confirms a change that every load shows', () => {
    const [page] = compareReports(reportOf(createVisits(calm)), reportOf(createVisits(slow)));
    expect(page).toMatchObject({
      page: 'http://localhost:8080/',
      cohort: 'reload/cold/desktop',
      verdict: 'regressed',
    });
    const { delta, causes, unexplained } = page!.metrics.largestContentfulPaint!;
    const parts = causes.reduce((sum, { contribution }) => sum + contribution, unexplained);
    expect(delta).toBeCloseTo(400, 0);
    expect(parts).toBeCloseTo(delta, 6);
  });

  it('says nothing changed between a report and itself', () => {
    const report = reportOf(createVisits(calm));
    expect(compareReports(report, report)[0]?.verdict).toBe('unchanged');
  });

  it('takes the same route of another origin for the same page, worst page first', () => {
    const at = (url: string, paints: readonly number[]) => createVisits(paints, { url });
    const baseline = reportOf(at('http://live.test/a', calm), at('http://live.test/b', calm));
    const current = reportOf(at('http://preview.test/a', calm), at('http://preview.test/b', slow));
    expect(compareReports(baseline, current).map(({ page, verdict }) => `${page} ${verdict}`)).toEqual([
      'http://preview.test/b regressed',
      'http://preview.test/a unchanged',
    ]);
  });

  it('never compares across cohorts, and says what there was', () => {
    const reloads = reportOf(createVisits(calm));
    const navigations = reportOf(createVisits(slow, { navigation }));
    const message =
      'http://localhost:8080/: expected loads of the kind the baseline has (reload/cold/desktop), got navigate/cold/desktop';
    expect(() => compareReports(reloads, navigations)).toThrow(new InputError(message));
  });

  it('refuses reports without a page in common', () => {
    const pages = ['/a', '/b'].map((path) => createVisits(calm, { url: `http://localhost:8080${path}` }));
    const others = ['/c', '/d'].map((path) => createVisits(calm, { url: `http://localhost:8080${path}` }));
    expect(() => compareReports(reportOf(...pages), reportOf(...others))).toThrow(
      /expected a page in common/,
    );
  });
});
