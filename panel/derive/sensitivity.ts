import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { formatCount, formatDelta, formatRelative } from '../format.ts';
import { text, textOfCount } from '../text.ts';

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
  const loads = baseline && current && describeLoads(current.n, baseline.n);
  const shift =
    interval && text('shiftBetween', formatDelta(interval[0], unit), formatDelta(interval[1], unit));
  const smallest = formatRelative(minimumDetectable, baseline?.value) ?? formatDelta(minimumDetectable, unit);
  const seen = minimumDetectable === undefined ? undefined : text('smallestSeen', smallest);
  return [loads, shift, seen].filter(Boolean).join(' ') || undefined;
}

function describeLoads(current: number, baseline: number): string {
  if (current === 1) return textOfCount('thisAgainst', baseline);
  return textOfCount('medianAgainst', baseline, [formatCount(baseline), formatCount(current)]);
}
