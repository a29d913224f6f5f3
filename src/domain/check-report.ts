import { type Budget, matchesPattern } from './budget.ts';
import { listExclusions } from './build-snapshot.ts';
import { classifyCohort } from './cohort.ts';
import { type BudgetResult, evaluateBudgets } from './evaluate-budgets.ts';
import { InputError } from './parse-report.ts';
import type { Report } from './report.ts';
import type { Snapshot } from './snapshot.ts';
import { median } from './statistics.ts';
import type { MetricVerdicts } from './verdict.ts';

export interface PageCheck {
  readonly page: string;
  readonly cohort: string;
  /** Loads behind each result. */
  readonly visits: number;
  readonly results: readonly BudgetResult[];
}

export interface CheckInput {
  readonly report: Report;
  readonly budgets: readonly Budget[];
  /** Levels that relative limits refer to, by page; without them relative limits are not measured. */
  readonly baselines?: ReadonlyMap<string, MetricVerdicts>;
}

/**
 * Checks the pages of a report against budgets. What is held against a limit is the median over the page's loads of
 * that one quantity: a single slow load breaks no budget, and a budget broken by half of the loads is not met. A
 * quantity that fewer than half of the loads measured is not measured. Only loads that may enter statistics count,
 * and of one cohort only, the one with most loads: a first view and a repeat view share no median.
 * Throws an InputError when no page has a load to judge, or no budget is for any of the pages.
 */
export function checkReport({ report, budgets, baselines }: CheckInput): PageCheck[] {
  const checks = report.pages.flatMap((page, i): PageCheck[] => {
    const chosen = chooseVisits(page.visits);
    if (!chosen) {
      throw new InputError(
        `pages[${i}].visits: expected a load that may be judged, got ${page.visits.length} that may not (${listReasons(page.visits)})`,
      );
    }
    const verdicts = baselines?.get(page.key) ?? {};
    const results = combine(chosen.visits.map((visit) => evaluateBudgets(visit, budgets, verdicts)));
    return [{ page: page.key, cohort: chosen.cohort, visits: chosen.visits.length, results }];
  });
  if (checks.every(({ results }) => results.length === 0))
    throw new InputError(describeNoMatch(report, budgets));
  return checks;
}

function chooseVisits(visits: readonly Snapshot[]): { cohort: string; visits: Snapshot[] } | undefined {
  const cohorts = new Map<string, Snapshot[]>();
  for (const visit of visits) {
    const { key, cache } = classifyCohort(visit);
    if (listExclusions(visit, cache).length > 0) continue;
    cohorts.set(key, [...(cohorts.get(key) ?? []), visit]);
  }
  const [largest] = [...cohorts].sort(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
  return largest && { cohort: largest[0], visits: largest[1] };
}

function combine(perVisit: readonly BudgetResult[][]): BudgetResult[] {
  const byKey = new Map<string, BudgetResult[]>();
  for (const result of perVisit.flat()) byKey.set(result.key, [...(byKey.get(result.key) ?? []), result]);
  return [...byKey.values()].flatMap((results) => combineOne(results, perVisit.length) ?? []);
}

function combineOne(results: readonly BudgetResult[], visits: number): BudgetResult | undefined {
  const [first] = results;
  if (!first) return undefined;
  const { actual: _actual, ...rest } = first;
  const actuals = results.flatMap(({ actual }) => (actual === undefined ? [] : [actual]));
  if (actuals.length * 2 < visits) return { ...rest, status: 'not-measured' };
  const actual = median(actuals);
  if (first.limit === undefined) return { ...rest, actual, status: 'not-measured' };
  return { ...rest, actual, status: judge(results, actual, first.limit) };
}

/**
 * What a load measured and did not judge is a lower bound: some sizes are hidden. Where the median would be above the limit
 * if those were as large as can be, nothing is known, as of a single such load.
 */
function judge(results: readonly BudgetResult[], actual: number, limit: number): BudgetResult['status'] {
  if (actual > limit) return 'broken';
  const atMost = results.flatMap(({ actual: least, status }) => {
    if (least === undefined) return [];
    return [status === 'not-measured' ? Number.POSITIVE_INFINITY : least];
  });
  return median(atMost) > limit ? 'not-measured' : 'within';
}

function listReasons(visits: readonly Snapshot[]): string {
  const reasons = visits.flatMap((visit) => listExclusions(visit, classifyCohort(visit).cache));
  return [...new Set(reasons)].join(', ') || 'none recorded';
}

function describeNoMatch(report: Report, budgets: readonly Budget[]): string {
  const pages = report.pages.map(({ key }) => key).join(', ') || 'no page';
  const unmatched = budgets.filter(
    ({ pattern }) => !report.pages.some(({ key }) => matchesPattern(pattern, key)),
  );
  const patterns = unmatched.map(({ pattern }) => JSON.stringify(pattern)).join(', ');
  return `budgets: expected a limit for ${pages}, got ${patterns ? `the patterns ${patterns}` : 'none'}`;
}
