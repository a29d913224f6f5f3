import type { MetricDiff } from '../cause.ts';
import type { PageComparison } from '../compare-reports.ts';
import { METRIC_NAMES, METRICS, type MetricName } from '../metric.ts';
import { formatDelta, formatRelative, formatValue } from './value.ts';

/** One metric of a comparison as a reader sees it. */
export interface ComparisonRow {
  readonly name: MetricName;
  readonly diff: MetricDiff;
  readonly label: string;
  readonly baseline: string;
  readonly current: string;
  readonly delta: string;
  readonly relative: string;
  readonly verdict: string;
}

/** The metrics that were measured on both sides, in the order of the registry. */
export function listComparisonRows({ metrics }: PageComparison): ComparisonRow[] {
  return METRIC_NAMES.flatMap((name) => {
    const diff = metrics[name];
    return diff && diff.verdict !== 'not-measured' ? [createRow(name, diff)] : [];
  });
}

/** The rows whose change wants an explanation. */
export function listRegressedRows(comparison: PageComparison): ComparisonRow[] {
  return listComparisonRows(comparison).filter(({ diff }) => diff.verdict === 'regressed');
}

function createRow(name: MetricName, diff: MetricDiff): ComparisonRow {
  const { unit, delta, baseline, current, verdict, isTooNoisy } = diff;
  return {
    name,
    diff,
    label: METRICS[name].label,
    baseline: formatValue(baseline.median, unit),
    current: formatValue(current.median, unit),
    delta: formatDelta(delta, unit),
    relative: formatRelative(delta, baseline.median),
    verdict: isTooNoisy ? 'too noisy to tell' : verdict.replaceAll('-', ' '),
  };
}
