import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { formatDelta, formatPlural, formatRelative } from '../format.ts';

/**
 * How sure a verdict is, in words: the loads behind it, the interval of the shift, and the smallest change that would be seen at today's
 * noise. Undefined where the rule estimates neither, as while it learns.
 */
export function describeSensitivity(
  metric: MetricName,
  verdict: MetricVerdict | undefined,
): string | undefined {
  if (!verdict) return undefined;
  const { unit } = METRICS[metric];
  const { interval, minimumDetectable, baseline, current } = verdict;
  const loads =
    baseline &&
    current &&
    `${describeMedian(current.n)} against ${formatPlural(baseline.n, 'load')} of the baseline.`;
  const shift =
    interval &&
    `The shift is between ${formatDelta(interval[0], unit)} and ${formatDelta(interval[1], unit)} (95 % sure).`;
  const smallest = formatRelative(minimumDetectable, baseline?.value) ?? formatDelta(minimumDetectable, unit);
  const seen =
    minimumDetectable === undefined ? undefined : `Today a change of ${smallest} or more would be seen.`;
  return [loads, shift, seen].filter(Boolean).join(' ') || undefined;
}

function describeMedian(n: number): string {
  return n === 1 ? 'This load' : `The median of ${formatPlural(n, 'load')}`;
}
