import type { MetricName } from './metric.ts';
import type { EpochMs } from './units.ts';

/**
 * Where a metric stands in the life of its baseline. learning: too few loads; ok; suspect: something looks wrong and
 * more loads will tell; regressed: confirmed, and so until it is fixed or accepted; resolved: it has just been fixed;
 * improved: confirmed to be better, and on offer as the new baseline.
 */
export const STANDINGS = ['learning', 'ok', 'suspect', 'regressed', 'resolved', 'improved'] as const;

export type Standing = (typeof STANDINGS)[number];

/** What a metric is judged by, for showing: all values in its own unit, oldest first. */
export interface MetricStanding {
  readonly standing: Standing;
  readonly baseline: readonly number[];
  /** Loads since the baseline was frozen. */
  readonly recent: readonly number[];
  /** How many of the newest loads lie past the change that was found; absent when there is none. */
  readonly changed?: number;
  /** Smallest change that ten loads would confirm at today's noise; absent while learning. */
  readonly minimumDetectable?: number;
  /** Level of the first baseline ever learnt and of the present one: what accepting again and again adds up to. */
  readonly drift?: { readonly first: number; readonly present: number };
}

/** How the baseline of a cohort stands. */
export interface CohortStanding {
  readonly metrics: { readonly [Name in MetricName]?: MetricStanding };
  /** The loading milestones taken together, in ms. */
  readonly pageSpeed?: MetricStanding;
  /** What the user calls this baseline: a release, a commit. */
  readonly name?: string;
  /** A pinned baseline neither grows nor is learnt anew. */
  readonly pinned: boolean;
  /** How it came to be, oldest first; the oldest rows are dropped. */
  readonly history: readonly BaselineRow[];
  readonly canUndo: boolean;
}

/** What a user does to a baseline. `at` is the caller's clock: the rule has none. */
export type BaselineChange = { readonly at?: EpochMs } & (
  | { readonly action: 'accept'; readonly name?: string }
  | { readonly action: 'name'; readonly name: string }
  | { readonly action: 'pin' | 'unpin' | 'reset' | 'undo' }
);

/** One change of a baseline: when, why and from what. Quiet growth within one build is no change. */
export interface BaselineRow {
  readonly why: 'learnt' | 'learnt-lower' | BaselineChange['action'];
  /** The newest visit at that moment. */
  readonly visitId?: string;
  readonly at?: EpochMs;
  readonly name?: string;
  /** Levels that were left, by metric. */
  readonly from: { readonly [Name in MetricName]?: number };
}
