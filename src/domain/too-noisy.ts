import type { MetricVerdict } from './verdict.ts';

/** From here on a change catches the eye: nobody who reads "unchanged" beside it believes both. */
const CATCHES_THE_EYE = 0.1;

/**
 * Whether a metric that is judged unchanged shows a difference that its own noise hides: one that is seen, and that loads
 * scattering like these could not confirm. Of that "unchanged" would claim more than is known. A metric without an
 * interval is constant from load to load; below what matters it is unchanged indeed.
 */
export function isTooNoisyToTell(judged: MetricVerdict): boolean {
  const { verdict, delta, baseline, interval, minimumDetectable } = judged;
  if (verdict !== 'unchanged' || delta === undefined || !baseline || !interval) return false;
  if (minimumDetectable === undefined) return false;
  const size = Math.abs(delta);
  return size >= CATCHES_THE_EYE * Math.max(baseline.value, minimumDetectable) && size < minimumDetectable;
}
