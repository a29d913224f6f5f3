import type { MetricName } from '../../src/domain/metric.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';

/** The load with the median of a metric, the lower one of two. Throws a RangeError when there is no load. */
export function middleLoad(loads: readonly Snapshot[], metric: MetricName): Snapshot {
  const sorted = loads.toSorted((a, b) => (a.metrics[metric] ?? 0) - (b.metrics[metric] ?? 0));
  const load = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!load) throw new RangeError('expected at least one load, got none');
  return load;
}
