import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import { METRIC_ORDER, PROMINENT_METRICS } from '../../src/domain/metric-order.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { isTooNoisyToTell } from '../../src/domain/too-noisy.ts';
import { formatCount, formatDelta, formatList, formatRelative } from '../format.ts';
import { text } from '../text.ts';
import { nameMetric } from './metric-words.ts';

export type JudgedMetric = readonly [MetricName, MetricVerdict];

/** The metrics of a load with such a verdict; what users feel first: in the order of the tiles. */
export function listByImportance(
  { judgement }: JudgedVisit,
  isWanted: (verdict: MetricVerdict, metric: MetricName) => boolean,
): JudgedMetric[] {
  const entries = Object.entries(judgement.metrics) as [MetricName, MetricVerdict][];
  return entries
    .filter(([metric, verdict]) => isWanted(verdict, metric))
    .sort(([a], [b]) => METRIC_ORDER.indexOf(a) - METRIC_ORDER.indexOf(b));
}

/** Those of the prominent ones whose loads scatter too much to say that nothing has changed, by name. */
export function listTooNoisy(visit: JudgedVisit): string[] {
  const noisy = listByImportance(
    visit,
    (verdict, metric) =>
      PROMINENT_METRICS.includes(metric) && isTooNoisyToTell(verdict, METRICS[metric].unit),
  );
  return noisy.map(([metric]) => nameMetric(metric));
}

/** The first of many names are enough to be read in two seconds; all of them stand elsewhere. */
const MOST_NAMES = 4;

export function listFew(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return formatList(names);
  const shown = names.slice(0, MOST_NAMES - 1);
  return text('andMore', formatList(shown), formatCount(names.length - shown.length));
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
