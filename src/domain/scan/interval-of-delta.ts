import type { BaselineFit } from './fit-baseline.ts';
import type { MetricNoise } from './metric-noise.ts';
import { sameEverywhere } from './same-everywhere.ts';
import { errorOfShift } from './windows.ts';

/** 1.96 standard errors of a mean make 95 %; a median's is a quarter larger. */
const HALF_WIDTH = 1.96 * 1.2533;

/**
 * 95 % interval of the difference between the medians of a baseline and of `n` loads, in the metric's own unit. The
 * scatter of both is taken to be the baseline's.
 */
export function intervalOfDelta(
  fit: BaselineFit,
  noise: MetricNoise,
  medians: { readonly from: number; readonly to: number; readonly n: number },
): readonly [number, number] {
  const from = medians.from + noise.offset;
  const shift = Math.log((medians.to + noise.offset) / from);
  const half = HALF_WIDTH * fit.sigma * errorOfShift(fit.n, medians.n);
  const boundary = (of: number): number => sameEverywhere(from * Math.expm1(of));
  return [boundary(shift - half), boundary(shift + half)];
}
