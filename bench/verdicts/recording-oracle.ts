import { mean, sampleStandardDeviation } from 'simple-statistics';
import { METRIC_NOISE, type SeriesName } from '../../src/domain/scan/metric-noise.ts';
import { MILESTONES } from '../../src/domain/scan/page-speed.ts';
import { errorOfShift } from '../../src/domain/scan/windows.ts';
import type { RecordedLoad } from './read-recording.ts';

/** What a known change is sought in: a block of loads, and those before it. */
export interface Pair {
  readonly baseline: readonly RecordedLoad[];
  readonly loads: readonly RecordedLoad[];
}

const SERIES: readonly SeriesName[] = [
  'timeToFirstByte',
  'firstContentfulPaint',
  'largestContentfulPaint',
  'domInteractive',
  'domContentLoaded',
  'load',
  'totalBlockingTime',
  'longestTask',
  'pageSpeed',
];

/** The first loads after the change that it looks at. */
const SHORTEST = 3;
const LONGEST = 5;

/**
 * The ceiling on recorded loads: it is told where the change is and looks at every metric over the first three to five
 * loads. In standard errors, with the scatter of the baseline taken for the truth.
 */
export function weighPair({ baseline, loads }: Pair): number {
  return Math.max(0, ...SERIES.map((series) => weighSeries(series, baseline, loads)));
}

/**
 * Of the pairs with the change, those in which it stands out further than anything did in pairs without one: an oracle
 * that may raise no false alarm at all on this recording finds so many, and no rule that has to learn can be sure of more.
 */
export function countFoundByOracle(changed: readonly Pair[], unchanged: readonly Pair[]): number {
  const threshold = Math.max(0, ...unchanged.map(weighPair));
  return changed.filter((pair) => weighPair(pair) > threshold).length;
}

function weighSeries(
  series: SeriesName,
  baseline: readonly RecordedLoad[],
  loads: readonly RecordedLoad[],
): number {
  const before = readLogs(series, baseline);
  const after = readLogs(series, loads).slice(0, LONGEST);
  const scatter = before.length < 2 ? 0 : sampleStandardDeviation(before);
  if (scatter === 0) return 0;
  const level = mean(before);
  const weight = METRIC_NOISE[series].weight ?? 1;
  const shifts = after.map((_, index) => {
    const shift = mean(after.slice(0, index + 1)) - level;
    return (weight * shift) / scatter / errorOfShift(before.length, index + 1);
  });
  return Math.max(0, ...shifts.slice(SHORTEST - 1));
}

/** What is 0 or was not measured has no logarithm and is left out. */
function readLogs(series: SeriesName, loads: readonly RecordedLoad[]): number[] {
  const metrics = series === 'pageSpeed' ? MILESTONES : [series];
  return loads
    .map((load) => mean(metrics.map((metric) => Math.log(load.metrics[metric] ?? 0))))
    .filter(Number.isFinite);
}
