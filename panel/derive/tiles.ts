import type { BudgetResult } from '../../src/domain/evaluate-budgets.ts';
import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import { isLowerBound } from '../../src/domain/provenance.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { isTooNoisyToTell } from '../../src/domain/too-noisy.ts';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { formatCount, formatDelta, formatRelative, formatValue, type Unit } from '../format.ts';
import { text, textOfCount } from '../text.ts';
import { METRIC_ORDER, PROMINENT_METRICS } from '../../src/domain/metric-order.ts';
import { nameMetric, titleMetric } from './metric-words.ts';
import { describeSensitivity } from './sensitivity.ts';
import { deriveStatus, type Status, STATUSES } from './status.ts';
import { deriveStrip, type Strip } from './strip.ts';

export interface Tile {
  readonly metric: MetricName;
  readonly label: string;
  readonly title: string;
  readonly status: Status;
  readonly value: string;
  /** "+412 ms" against the baseline, and the same relative to it. */
  readonly delta?: string;
  readonly relative?: string;
  /** "1,180 ms", the level it is judged against. */
  readonly baseline?: string;
  /** Where the change is that of several loads, how many and their median: the value is of the newest alone. */
  readonly recent?: { readonly loads: string; readonly median: string };
  readonly budget?: { readonly limit: string; readonly status: BudgetResult['status'] };
  /** What to wait for. */
  readonly note?: string;
  /** How sure the verdict is. */
  readonly detail?: string;
  readonly strip?: Strip;
  /** Which metrics a glance needs; the others wait behind "More metrics". */
  readonly prominent: boolean;
}

/** The tiles of one load; a metric in trouble is always prominent. `cohort` holds its cohort's loads, oldest first. */
export function deriveTiles(latest: JudgedVisit, cohort: readonly JudgedVisit[]): Tile[] {
  const byMetric = new Map(latest.judgement.budgets.map((result) => [result.key, result]));
  return METRIC_ORDER.map((metric) => deriveTile(metric, latest, { cohort, budget: byMetric.get(metric) }));
}

function deriveTile(
  metric: MetricName,
  latest: JudgedVisit,
  { cohort, budget }: { cohort: readonly JudgedVisit[]; budget: BudgetResult | undefined },
): Tile {
  const { unit } = METRICS[metric];
  const value = latest.snapshot.metrics[metric];
  const least = value !== undefined && isLowerBound(latest.snapshot, metric) ? '≥ ' : '';
  const verdict = latest.judgement.metrics[metric];
  const status = deriveStatus({ value, verdict, budget, unit });
  const baseline = verdict?.baseline?.value;
  const strip = deriveStrip({ visits: cohort, metric, verdict, budget: budget?.limit });
  // Against the few loads of a baseline that is still learnt, a difference says nothing.
  const delta = status === 'learning' ? undefined : verdict?.delta;
  const relative = formatRelative(delta, baseline);
  const recent = recentOf(verdict, unit, value);
  const note = noteOf(verdict, metric);
  const detail = describeSensitivity(metric, verdict);
  return {
    metric,
    label: nameMetric(metric),
    title: titleMetric(metric),
    status,
    value: least + formatValue(value, unit),
    ...(delta !== undefined && { delta: formatDelta(delta, unit) }),
    ...(relative !== undefined && { relative }),
    ...(baseline !== undefined && { baseline: formatValue(baseline, unit) }),
    ...(recent && { recent }),
    ...(budget?.limit !== undefined && {
      budget: { limit: formatValue(budget.limit, unit), status: budget.status },
    }),
    ...(note !== undefined && { note }),
    ...(detail !== undefined && { detail }),
    ...(strip && { strip }),
    prominent:
      PROMINENT_METRICS.includes(metric) || STATUSES.indexOf(status) <= STATUSES.indexOf('suspected'),
  };
}

function noteOf(verdict: MetricVerdict | undefined, metric: MetricName): string | undefined {
  if (metric === 'interactionToNextPaint' && (!verdict || verdict.verdict === 'not-measured')) {
    return text('afterInteraction');
  }
  if (verdict?.needs === undefined) return verdict && noteNoise(verdict, METRICS[metric].unit);
  return textOfCount(verdict.suspected ? 'willTell' : 'needsMore', verdict.needs);
}

/** From which size on a change would be seen, where nothing can be said of one that is smaller. */
function noteNoise(verdict: MetricVerdict, unit: Unit): string | undefined {
  return isTooNoisyToTell(verdict, unit)
    ? text('seenFrom', formatValue(verdict.minimumDetectable, unit))
    : undefined;
}

function recentOf(verdict: MetricVerdict | undefined, unit: Unit, value: number | undefined): Tile['recent'] {
  if (!verdict?.current || verdict.current.n < 2) return undefined;
  const { value: middle, n } = verdict.current;
  const median = formatValue(middle, unit);
  return median === formatValue(value, unit) ? undefined : { loads: formatCount(n), median };
}
