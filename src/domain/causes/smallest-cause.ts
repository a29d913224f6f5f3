import { isMuchUnexplained, type MetricDiff } from '../cause.ts';

/**
 * A cause below this is hidden in the unexplained part. Timings: 25 ms is what a single quiet machine scatters by.
 * Sizes: headers and tokens vary by some hundred bytes. Scores: a hundredth of "poor" is not seen.
 */
export const SMALLEST_CAUSE: Readonly<Record<MetricDiff['unit'], number>> = {
  ms: 25,
  bytes: 512,
  count: 0.5,
  score: 0.002,
};

/** Whether what is not explained is worth a line: nothing smaller than a cause is, unless it is much of the change. */
export function isRestWorthTelling(diff: Pick<MetricDiff, 'unexplained' | 'delta' | 'unit'>): boolean {
  return Math.abs(diff.unexplained) >= SMALLEST_CAUSE[diff.unit] || isMuchUnexplained(diff);
}
