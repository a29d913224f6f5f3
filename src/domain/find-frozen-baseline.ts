import type { JudgedVisit } from './judged-visit.ts';
import type { MetricName } from './metric.ts';
import { withoutNetworkLog } from './network-log-merge.ts';
import { median } from './statistics.ts';
import type { MetricVerdict } from './verdict.ts';

/**
 * The loads that the baseline of a verdict was learnt from. A verdict says how many they are and their median, not which:
 * a baseline is learnt, and grows, from loads that follow each other, so it is the oldest run of that many loads with
 * exactly this median. Loads that were regressed are passed over, unless they are what somebody has accepted. Undefined
 * when there is no such run: under a rule that keeps an average, when some of them are no longer stored, or when a load
 * was dropped from between them. `visits` are of one cohort, in statistics and from before the change, oldest first.
 */
export function findFrozenBaseline(
  visits: readonly JudgedVisit[],
  name: MetricName,
  baseline: MetricVerdict['baseline'],
): JudgedVisit[] | undefined {
  if (!baseline) return undefined;
  const measured = visits.flatMap((visit): MeasuredVisit[] => {
    const value = withoutNetworkLog(visit.snapshot).metrics[name];
    return value === undefined ? [] : [{ visit, value }];
  });
  const quiet = measured.filter(({ visit }) => visit.judgement.metrics[name]?.verdict !== 'regressed');
  return findRun(quiet, baseline) ?? findRun(measured, baseline);
}

/** The value is the one that was judged: without what only DevTools knows. */
interface MeasuredVisit {
  readonly visit: JudgedVisit;
  readonly value: number;
}

function findRun(
  measured: readonly MeasuredVisit[],
  { value, n }: NonNullable<MetricVerdict['baseline']>,
): JudgedVisit[] | undefined {
  if (n === 0) return undefined;
  for (let start = 0; start + n <= measured.length; start++) {
    const run = measured.slice(start, start + n);
    if (median(run.map((load) => load.value)) === value) return run.map(({ visit }) => visit);
  }
  return undefined;
}
