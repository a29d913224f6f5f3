import { CALIBRATED } from './calibrated-thresholds.ts';
import { LONGEST_WINDOW, WINDOWS } from './windows.ts';

/** Rows by number of baseline loads, one threshold for each of WINDOWS, as the calibration writes them. */
export type Calibration = { readonly [n: number]: readonly number[] };

/** A larger baseline than this is not kept; thresholds hardly move from here on. */
export const MAX_BASELINE = 30;

const SCAN = expand(CALIBRATED.scan);
const KNOWN_CHANGE = expand(CALIBRATED.knownChange).map(spread);
const DETECTABLE = expand(CALIBRATED.detectable);
const COMPARISON = expand(CALIBRATED.comparison).map(spread);

/**
 * Thresholds of the scan for a baseline of `n` loads. Of a thousand unchanged loads one or two raise an alarm, on any
 * metric; two or three while the baseline is still growing.
 */
export function scanThresholds(n: number): readonly number[] {
  return rowOf(SCAN, n);
}

/**
 * Threshold of the test of all loads since the build changed. Together with the scan it raises an alarm on 1 % of the
 * first loads of a build that changed nothing: a new build is where regressions come from.
 */
export function knownChangeThreshold(n: number, loads: number): number {
  return thresholdOf(KNOWN_CHANGE, n, loads);
}

/** Threshold of a single look, as `pbm compare` takes: 1 % of comparisons of equal builds exceed it on any metric. */
export function comparisonThreshold(n: number, loads: number): number {
  return thresholdOf(COMPARISON, n, loads);
}

/** Shift in sigmas that ten loads of an unchanged build's scan confirm 95 times of a hundred. */
export function detectableShift(n: number): number {
  return Number(rowOf(DETECTABLE, n)[0]);
}

function thresholdOf(rows: readonly (readonly number[])[], n: number, loads: number): number {
  return rowOf(rows, n)[Math.min(loads, LONGEST_WINDOW)] ?? Number.POSITIVE_INFINITY;
}

function rowOf(rows: readonly (readonly number[])[], n: number): readonly number[] {
  return rows[Math.min(n, MAX_BASELINE)] ?? [];
}

/** A threshold for every number of loads, from 0: that of the longest window they fill. */
function spread(row: readonly number[]): readonly number[] {
  return Array.from({ length: LONGEST_WINDOW + 1 }, (_, loads) => {
    const index = WINDOWS.findLastIndex((window) => window <= loads);
    return row[index] ?? Number.POSITIVE_INFINITY;
  });
}

/** A row for every size of baseline: between calibrated sizes a threshold moves with 1/n, as the error of the level. */
function expand(calibration: Calibration): readonly (readonly number[])[] {
  const sizes = Object.keys(calibration).map(Number);
  return Array.from({ length: MAX_BASELINE + 1 }, (_, n) => {
    const below = sizes.findLast((size) => size <= n) ?? Math.min(...sizes);
    const above = sizes.find((size) => size >= n) ?? Math.max(...sizes);
    const weight = below < above ? (1 / below - 1 / n) / (1 / below - 1 / above) : 0;
    return (calibration[below] ?? []).map(
      (low, index) => low + weight * (Number(calibration[above]?.[index]) - low),
    );
  });
}
