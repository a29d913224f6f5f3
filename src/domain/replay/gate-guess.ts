import type { LoadNode } from './load.ts';
import { BASELINE, type Both, CURRENT, otherWorld, type World } from './world.ts';

/** How a resource may hold a milestone, and how likely that is. */
export interface Guess {
  /** From the resource to the milestone in ms; undefined in a load where it holds nothing. */
  readonly lag: Both<number | undefined>;
  /** In ms of unexplained difference; the lowest wins. */
  readonly score: number;
}

export interface Asked {
  /** The load whose delay needs an explanation. */
  readonly longer: World;
  /** The delay that needs none. */
  readonly usual: number;
  /** A longer gap than this is not "at once". */
  readonly prompt: number;
}

/** What speaks against a gate beforehand. */
export interface Doubt {
  /** In ms, added to its score. */
  readonly score: number;
  /** Whether it may hold the milestone in one load though it came after it in the other. */
  readonly mayBegin: boolean;
}

/** A guess that rests on one load starts this much behind one that two loads agree on. */
const SINGLE_PENALTY = 8;

/** That a resource begins to hold a milestone is rarer than that it did and was late. */
const NEW_ROLE_PENALTY = 15;

/** Two moments of one load are this sure. */
const SLACK = 5;

/** The best of the ways in which a resource may hold a milestone. Gaps are NaN where it is not in the load. */
export function judgeAny(gaps: Both<number>, doubt: Doubt, asked: Asked): Guess | undefined {
  const both = judgeBoth(gaps, doubt);
  const one = judgeLonger(gaps, doubt, asked);
  if (!both || !one) return both ?? one;
  return both.score <= one.score ? both : one;
}

/** It holds the milestone in both loads, with a similar gap: how similar decides, how short breaks ties. */
function judgeBoth(gaps: Both<number>, doubt: Doubt): Guess | undefined {
  return judgeHolding(gaps, doubt, 0.05);
}

/** Where the delay is the same in both loads every gap is similar: then how short it is decides. */
export function judgeStable(gaps: Both<number>, doubt: Doubt): Guess | undefined {
  return judgeHolding(gaps, doubt, 0.5);
}

function judgeHolding([before, after]: Both<number>, doubt: Doubt, weight: number): Guess | undefined {
  if (!(before >= -1 && after >= -1)) return undefined;
  const score = Math.abs(before - after) + weight * (before + after) + doubt.score;
  return { lag: [before, after], score };
}

/**
 * The milestone followed it at once in the load with the delay to explain. In the other load it was there early enough
 * not to matter; or it came after the milestone, which did not wait for it then; or it was not there at all.
 */
function judgeLonger(gaps: Both<number>, doubt: Doubt, { longer, usual, prompt }: Asked): Guess | undefined {
  const gap = gaps[longer];
  const elsewhere = gaps[otherWorld(longer)];
  const isAlone = elsewhere !== elsewhere;
  if (!(gap >= -1 && (gap < prompt || isAlone))) return undefined;
  const score = Math.abs(gap - Math.min(usual, prompt)) + SINGLE_PENALTY + doubt.score;
  const holds = (world: World): number | undefined => (world === longer ? gap : undefined);
  const here: Both<number | undefined> = [holds(BASELINE), holds(CURRENT)];
  if (isAlone) return { lag: here, score };
  if (elsewhere >= gap - SLACK) return { lag: [gap, gap], score };
  return doubt.mayBegin ? { lag: here, score: score + NEW_ROLE_PENALTY } : undefined;
}

/** Images and style sheets seldom hold a paint that does not name them; only fonts and data begin to hold one. */
export function doubtOf({ type }: LoadNode): Doubt {
  if (type === 'image') return { score: 30, mayBegin: false };
  if (type === 'stylesheet') return { score: 10, mayBegin: false };
  return { score: 0, mayBegin: type === 'font' || type === 'fetch' };
}
