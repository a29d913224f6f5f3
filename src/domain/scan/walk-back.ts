import type { BaselineFit } from './fit-baseline.ts';
import { type Change, keepRecent, type Series, withStanding } from './series.ts';
import { OWN_EVIDENCE } from './windows.ts';

/** No single load may say more than this, so that it takes at least four to be believed. */
const MOST_PER_LOAD = 1.6;

/**
 * e^6: the loads are four hundred times likelier at the baseline than at the changed level. Of 5, 6 and 7 tried in the
 * simulation 6 is the most with which half of the fixes of +50 % at a scatter of 15 % are seen within five loads; at
 * 25 % a slow page turns green by itself on less than one load in five thousand.
 */
const ARRIVED_ABOVE = 6;

/** Loads without which no walk arrives. */
export const SHORTEST_WALK = Math.floor(ARRIVED_ABOVE / MOST_PER_LOAD) + 1;

/** Loads that are certainly back at the baseline when a walk back has arrived. */
const LOADS_AFTER_RETURN = 3;

export interface WalkBack {
  readonly score: number;
  readonly arrived: boolean;
}

/**
 * One step of the walk from a changed level back to the baseline: the log-likelihood ratio of the newest load between
 * both, less what the load before it said already, added to the score so far and never below zero (as a one-sided
 * CUSUM), so that a long red phase is not held against the fix. Levels and the load are on the scale of the fit.
 */
export function walkBack(
  fit: Pick<BaselineFit, 'level'>,
  { level, sigma, score: sofar }: Required<Pick<Change, 'level' | 'sigma' | 'score'>>,
  log: number,
): WalkBack {
  const middle = (level + fit.level) / 2;
  const evidence = (OWN_EVIDENCE * (middle - log) * (level - fit.level)) / sigma ** 2;
  const score = Math.max(0, sofar + Math.min(MOST_PER_LOAD, Math.max(-MOST_PER_LOAD, evidence)));
  return { score, arrived: score > ARRIVED_ABOVE };
}

/** The series after its walk back has arrived: what has changed is over, and what was before is not looked at again. */
export function endWalk(series: Series, standing: 'resolved' | 'ok'): Series {
  return withStanding(keepRecent(series, LOADS_AFTER_RETURN), standing);
}
