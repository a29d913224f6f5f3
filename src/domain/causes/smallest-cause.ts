import { isMuchUnexplained, type MetricDiff } from '../cause.ts';
import { NAMED_TIME } from './significance.ts';

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

/** A change that is itself little more than the noise of one load has small causes, of which three are enough. */
const CAUSES_OF_SMALL_CHANGE = 3;

/**
 * The smallest cause of a confirmed change of this size, in its unit. Of a change of 45 ms, two scripts of 22 ms each
 * are worth their names: without them nothing would be explained at all.
 */
export function smallestCauseOf(delta: number, unit: MetricDiff['unit']): number {
  const usual = SMALLEST_CAUSE[unit];
  if (unit !== 'ms') return usual;
  return Math.max(NAMED_TIME, Math.min(usual, Math.abs(delta) / CAUSES_OF_SMALL_CHANGE));
}

/** Whether what is not explained is worth a line: nothing smaller than a cause is, unless it is much of the change. */
export function isRestWorthTelling(diff: Pick<MetricDiff, 'unexplained' | 'delta' | 'unit'>): boolean {
  return Math.abs(diff.unexplained) >= SMALLEST_CAUSE[diff.unit] || isMuchUnexplained(diff);
}
