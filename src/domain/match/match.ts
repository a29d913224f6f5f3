import type { Resource } from '../snapshot.ts';

/** How a match was found, from certain to guessed. */
export const MATCH_LEVELS = ['exact', 'steady', 'template', 'shape', 'prefix', 'fuzzy'] as const;

export type MatchLevel = (typeof MATCH_LEVELS)[number];

/** The same resource in two loads. */
export interface Match {
  readonly baseline: Resource;
  readonly current: Resource;
  /** How sure we are that they are the same, from 0 to 1. */
  readonly confidence: number;
  readonly level: MatchLevel;
}

export interface Matching {
  readonly matches: readonly Match[];
  /** In the current load only, in its order. */
  readonly added: readonly Resource[];
  /** In the baseline only, in its order. */
  readonly removed: readonly Resource[];
}
