import type { BaselineFit } from './fit-baseline.ts';

/** Heavy tails (Student's t): the further a load is from both levels, the less it says about which of them holds. */
const DEGREES_OF_FREEDOM = 4;

/** No single load may say more than this, so that it takes at least four to be believed. */
const MOST_PER_LOAD = 2;

/** e^7: the loads are a thousand times likelier at the baseline than at the changed level. Four that agree still do. */
const ARRIVED_ABOVE = 7;

export interface WalkBack {
  readonly score: number;
  readonly arrived: boolean;
}

/**
 * One step of the walk from a changed level back to the baseline: the log-likelihood ratio of the newest load between
 * both, added to the score so far and never below zero (as a one-sided CUSUM), so that a long red phase is not
 * held against the fix. Levels and the load are on the scale of the fit.
 */
export function walkBack(
  fit: BaselineFit,
  change: { readonly level: number; readonly score: number },
  log: number,
): WalkBack {
  const evidence = logLikelihood(log, fit.level, fit.sigma) - logLikelihood(log, change.level, fit.sigma);
  const step = Math.min(MOST_PER_LOAD, Math.max(-MOST_PER_LOAD, evidence));
  const score = Math.max(0, change.score + step);
  return { score, arrived: score > ARRIVED_ABOVE };
}

function logLikelihood(log: number, level: number, sigma: number): number {
  const distance = (log - level) / sigma;
  return (-(DEGREES_OF_FREEDOM + 1) / 2) * Math.log1p(distance ** 2 / DEGREES_OF_FREEDOM);
}
