import type { MetricName } from '../metric.ts';
import type { Snapshot } from '../snapshot.ts';

/** A baseline load and a current load to be compared, and whether the pair is among the middle ones. */
export interface RankedPair {
  readonly baseline: Snapshot;
  readonly current: Snapshot;
  readonly central: boolean;
}

/** Pairs attributed per metric. Nine show a standard error of a third; more cost time and hardly add. */
const MOST_PAIRS = 9;

/** Pairs to average where one side has hardly any loads: the loads nearest the median of the other. */
const FEWEST_PAIRS = 3;

/**
 * Below this number of pairs all of them count as central; from it on the outer quarters do not. With five, the three in
 * the middle are too few: over recorded loads their mean is further from the effect than that of all five.
 */
const TRIMMED_FROM = 8;

/**
 * Sorts both sides by the metric and pairs them rank by rank: the fastest with the fastest, the slowest with the
 * slowest, so that what scatters within a side cancels out. Aggregates of a side are no load that could be replayed:
 * their medians contradict each other. Loads that did not measure the metric are left out.
 */
export function pairLoads(
  baseline: readonly Snapshot[],
  current: readonly Snapshot[],
  name: MetricName,
): RankedPair[] {
  const before = sortByMetric(baseline, name);
  const after = sortByMetric(current, name);
  const fewer = Math.min(before.length, after.length);
  if (fewer === 0) return [];
  const scarce = fewer < FEWEST_PAIRS;
  const most = scarce ? Math.max(before.length, after.length) : fewer;
  const count = Math.min(most, scarce ? FEWEST_PAIRS : MOST_PAIRS);
  const trimmed = count >= TRIMMED_FROM ? Math.floor(count / 4) : 0;
  const pick = scarce ? atMiddle : atRank;
  return Array.from({ length: count }, (_, i) => ({
    baseline: pick(before, i, count),
    current: pick(after, i, count),
    central: i >= trimmed && i < count - trimmed,
  }));
}

function sortByMetric(loads: readonly Snapshot[], name: MetricName): Snapshot[] {
  return loads
    .filter(({ metrics }) => metrics[name] !== undefined)
    .toSorted((a, b) => (a.metrics[name] ?? 0) - (b.metrics[name] ?? 0));
}

/** The i-th of `count` loads spread over all ranks. */
function atRank(sorted: readonly Snapshot[], i: number, count: number): Snapshot {
  return at(sorted, Math.round(((i + 0.5) / count) * sorted.length - 0.5));
}

/** The i-th of the `count` loads around the median; a side with fewer repeats its own. */
function atMiddle(sorted: readonly Snapshot[], i: number, count: number): Snapshot {
  if (sorted.length <= count) return atRank(sorted, i, count);
  return at(sorted, Math.floor((sorted.length - count) / 2) + i);
}

function at(sorted: readonly Snapshot[], index: number): Snapshot {
  return sorted[Math.min(sorted.length - 1, Math.max(0, index))] as Snapshot;
}
