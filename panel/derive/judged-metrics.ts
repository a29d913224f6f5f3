import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import { METRIC_ORDER } from '../../src/domain/metric-order.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { formatDelta, formatRelative } from '../format.ts';
import { nameMetric } from './metric-words.ts';

export type JudgedMetric = readonly [MetricName, MetricVerdict];

/** The metrics of a load with such a verdict; what users feel first: in the order of the tiles. */
export function listByImportance(
  { judgement }: JudgedVisit,
  isWanted: (verdict: MetricVerdict) => boolean,
): JudgedMetric[] {
  const entries = Object.entries(judgement.metrics) as [MetricName, MetricVerdict][];
  return entries
    .filter(([, verdict]) => isWanted(verdict))
    .sort(([a], [b]) => METRIC_ORDER.indexOf(a) - METRIC_ORDER.indexOf(b));
}

/** "LCP +412 ms (+35 %)". */
export function describeChange([metric, verdict]: JudgedMetric): string {
  return `${nameMetric(metric)} ${describeAmount([metric, verdict])}`;
}

/** "+412 ms (+35 %)". */
export function describeAmount([metric, { delta, baseline }]: JudgedMetric): string {
  const relative = formatRelative(delta, baseline?.value);
  return `${formatDelta(delta, METRICS[metric].unit)}${relative ? ` (${relative})` : ''}`;
}
