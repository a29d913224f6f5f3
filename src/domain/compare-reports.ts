import type { Comparison } from './cause.ts';
import { listExclusions } from './build-snapshot.ts';
import { classifyCohort } from './cohort.ts';
import { explain } from './explain.ts';
import { sampleOf } from './observe.ts';
import { InputError } from './parse-report.ts';
import { listParts } from './parts/list-parts.ts';
import type { MetricParts } from './parts/parts.ts';
import type { Report, ReportPage } from './report.ts';
import { findRule, parseRuleName } from './rules.ts';
import type { Snapshot } from './snapshot.ts';
import type { Verdict } from './verdict.ts';

export interface PageComparison extends Comparison {
  readonly page: string;
  /** What was compared, such as "navigate/cold/desktop". */
  readonly cohort: string;
  /** What the metrics are made of on either side, where that was worked out. */
  readonly parts?: MetricParts;
}

const SEVERITY: readonly Verdict[] = [
  'regressed',
  'needs-more-loads',
  'improved',
  'unchanged',
  'not-measured',
];

/**
 * Compares every page that two reports have in common, worst verdict first. Pages are the same by key, else by
 * route (a preview build has another origin), else when each report holds just one. Within a page only visits of one
 * cohort are compared: the one with most visits on its scarcer side.
 * Throws an InputError when the reports have no page in common, or a page no cohort.
 */
export function compareReports(baseline: Report, current: Report): PageComparison[] {
  const rule = findRule(parseRuleName(baseline.rule));
  const pairs = pairPages(baseline.pages, current.pages);
  if (pairs.length === 0) {
    throw new InputError(
      `pages: expected a page in common with the baseline (${listKeys(baseline)}), got ${listKeys(current)}`,
    );
  }
  const comparisons = pairs.map(([before, after]) => {
    const cohort = chooseCohort(before.visits, after.visits);
    const old = judgeable(before.visits, cohort);
    const recent = judgeable(after.visits, cohort);
    if (old.length === 0 || recent.length === 0) throw new InputError(describeNoCohort(before, after));
    const verdicts = rule.compare(old.map(sampleOf), recent.map(sampleOf));
    return { page: after.key, cohort, parts: listParts(old, recent), ...explain(old, recent, verdicts) };
  });
  return comparisons.sort((a, b) => SEVERITY.indexOf(a.verdict) - SEVERITY.indexOf(b.verdict));
}

function pairPages(
  baseline: readonly ReportPage[],
  current: readonly ReportPage[],
): [ReportPage, ReportPage][] {
  const [only] = baseline;
  const [onlyCurrent] = current;
  const find = (same: (a: ReportPage, b: ReportPage) => boolean): [ReportPage, ReportPage][] =>
    current.flatMap((page): [ReportPage, ReportPage][] => {
      const before = baseline.find((candidate) => same(candidate, page));
      return before ? [[before, page]] : [];
    });
  const byKey = find((a, b) => a.key === b.key);
  if (byKey.length > 0) return byKey;
  const byRoute = find((a, b) => a.route === b.route);
  if (byRoute.length > 0) return byRoute;
  return baseline.length === 1 && current.length === 1 && only && onlyCurrent ? [[only, onlyCurrent]] : [];
}

function chooseCohort(baseline: readonly Snapshot[], current: readonly Snapshot[]): string {
  const before = countByCohort(baseline);
  const after = countByCohort(current);
  const scarcer = (key: string): number => Math.min(before.get(key) ?? 0, after.get(key) ?? 0);
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.reduce((best, key) => (scarcer(key) > scarcer(best) ? key : best), keys[0] ?? '');
}

function countByCohort(visits: readonly Snapshot[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const visit of visits) {
    const { key, cache } = classifyCohort(visit);
    if (listExclusions(visit, cache).length === 0) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function judgeable(visits: readonly Snapshot[], cohort: string): Snapshot[] {
  return visits.filter((visit) => {
    const { key, cache } = classifyCohort(visit);
    return key === cohort && listExclusions(visit, cache).length === 0;
  });
}

function describeNoCohort(baseline: ReportPage, current: ReportPage): string {
  const expected = `expected loads of the kind the baseline has (${listCohorts(baseline)})`;
  return `${current.key}: ${expected}, got ${listCohorts(current)}`;
}

function listCohorts({ visits }: ReportPage): string {
  return [...countByCohort(visits).keys()].join(', ') || 'no load that may be judged';
}

function listKeys(report: Report): string {
  return report.pages.map(({ key }) => key).join(', ') || 'no page';
}
