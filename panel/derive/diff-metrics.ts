import { type Comparison, isMuchUnexplained, type MetricDiff } from '../../src/domain/cause.ts';
import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { formatDelta, formatRelative, formatValue, isChange } from '../format.ts';
import { say } from '../say.ts';
import { text } from '../text.ts';
import { nameMetric } from './metric-words.ts';
import { METRIC_ORDER } from '../../src/domain/metric-order.ts';

export interface DiffMetric {
  readonly metric: MetricName;
  readonly label: string;
  readonly delta: string;
  readonly relative?: string;
  readonly verdict: Verdict;
  /** Worth showing unasked: judged as changed, or changed and explained, or moved by a tenth. */
  readonly notable: boolean;
  readonly diff: MetricDiff;
  /** One sentence: the change and its largest cause. */
  readonly sentence: string;
}

const ORDER: readonly Verdict[] = ['regressed', 'improved', 'needs-more-loads', 'unchanged', 'not-measured'];

/** Smaller changes of an unjudged metric are rarely more than noise. */
const NOTABLE_CHANGE = 0.1;

/** The metrics a diff speaks of: by verdict, worst first, then in the order of the tiles. */
export function deriveDiffMetrics(comparison: Comparison): DiffMetric[] {
  const diffs = METRIC_ORDER.flatMap((metric) => {
    const diff = comparison.metrics[metric];
    return diff ? [describe(metric, diff)] : [];
  });
  return diffs.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

function describe(metric: MetricName, diff: MetricDiff): DiffMetric {
  const { unit } = METRICS[metric];
  const label = nameMetric(metric);
  const { verdict, baseline, causes } = diff;
  const delta = formatDelta(diff.delta, unit);
  const relative = formatRelative(diff.delta, baseline.median);
  const changed = verdict === 'regressed' || verdict === 'improved';
  const moved = isChange(delta) && Math.abs(diff.delta) >= NOTABLE_CHANGE * Math.abs(baseline.median);
  return {
    metric,
    label,
    delta,
    ...(relative !== undefined && { relative }),
    verdict,
    notable: changed || moved || (causes.length > 0 && isChange(delta)),
    diff,
    sentence: tell(label, diff, relative),
  };
}

function tell(label: string, diff: MetricDiff, relative: string | undefined): string {
  const { unit, delta, causes, current, unexplained } = diff;
  const amount = formatDelta(delta, unit);
  if (!isChange(amount)) return text('unchangedAt', label, formatValue(current.median, unit));
  const change = `${label} ${amount}${relative ? ` (${relative})` : ''}`;
  if (diff.isTooNoisy) return text('tooNoisyToTell', change);
  const cause = causes.find(({ contribution }) => Math.sign(contribution) === Math.sign(delta));
  if (!cause) return `${change}.`;
  const summary = say(cause.summary).replace(/\.$/, '');
  const part = formatDelta(cause.contribution, unit);
  if (!isMuchUnexplained(diff)) return text('changedBecause', change, summary, part);
  const rest = formatDelta(unexplained, unit);
  return Math.abs(cause.contribution) > Math.abs(unexplained)
    ? text('changedMostlyBecause', change, summary, part, rest)
    : text('changedUnclear', change, rest, summary, part);
}
