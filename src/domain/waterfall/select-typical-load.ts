import type { MetricName } from '../metric.ts';
import type { Snapshot } from '../snapshot.ts';
import { median } from '../statistics.ts';

/** The milestones of a load, in their usual order. */
export const MILESTONE_METRICS = [
  'timeToFirstByte',
  'firstContentfulPaint',
  'largestContentfulPaint',
  'domContentLoaded',
  'load',
] as const satisfies readonly MetricName[];

/**
 * The load to show for several: the one whose milestones lie closest to the medians of all, as shares of them, so that
 * late milestones do not outweigh early ones. One real load, because moments of different loads do not fit together.
 * Undefined for none.
 */
export function selectTypicalLoad(loads: readonly Snapshot[]): Snapshot | undefined {
  const medians = MILESTONE_METRICS.flatMap((metric) => {
    const values = loads.map(({ metrics }) => metrics[metric]).filter((value) => value !== undefined);
    return values.length > 0 ? [{ metric, middle: median(values) }] : [];
  });
  const distance = ({ metrics }: Snapshot): number =>
    medians.reduce(
      (sum, { metric, middle }) => sum + Math.abs((metrics[metric] ?? 0) - middle) / Math.max(middle, 1),
      0,
    );
  return loads.toSorted((a, b) => distance(a) - distance(b))[0];
}
