import type { BaselineFit } from './fit-baseline.ts';
import type { MetricNoise } from './metric-noise.ts';
import { sameEverywhere } from './same-everywhere.ts';
import { smallestShift } from './steady.ts';
import { detectableShift } from './thresholds.ts';

/**
 * The smallest increase, in the metric's own unit, that ten loads of one build would confirm with a probability of
 * about 95 % at the scatter of this baseline; never below what matters at all.
 */
export function minimumDetectable(fit: BaselineFit, noise: MetricNoise): number {
  const shift = Math.max(smallestShift(fit.level, noise), detectableShift(fit.n) * fit.sigma);
  return toDifference(fit, shift);
}

/** The smallest increase of a constant value that is not ignored. */
export function minimumMaterial(fit: BaselineFit, noise: MetricNoise): number {
  return toDifference(fit, smallestShift(fit.level, noise));
}

function toDifference(fit: BaselineFit, shift: number): number {
  return sameEverywhere(Math.exp(fit.level) * Math.expm1(shift));
}
