import type { MetricDiff } from './cause.ts';
import { SMALLEST_CAUSE } from './causes/smallest-cause.ts';
import type { MetricVerdict } from './verdict.ts';

/** From here on a change catches the eye: nobody who reads "unchanged" beside it believes both. */
const CATCHES_THE_EYE = 0.1;

/**
 * Whether a metric that is judged unchanged shows a difference that its own noise hides: one that is seen, and that loads
 * scattering like these could not confirm. Of that "unchanged" would claim more than is known. A metric without an
 * interval is constant from load to load; below what matters it is unchanged indeed.
 */
export function isTooNoisyToTell(judged: MetricVerdict, unit: MetricDiff['unit']): boolean {
  const { verdict, delta, baseline, interval, minimumDetectable } = judged;
  if (verdict !== 'unchanged' || delta === undefined || !baseline || !interval) return false;
  if (minimumDetectable === undefined) return false;
  const size = Math.abs(delta);
  const isSeen = size >= Math.max(CATCHES_THE_EYE * baseline.value, SMALLEST_CAUSE[unit]);
  return isSeen && size < minimumDetectable;
}
