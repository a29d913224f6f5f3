import type { BaselineChange, CohortStanding } from './baseline.ts';
import type { MetricName, MetricValues } from './metric.ts';

/** The honest answers. "needs-more-loads" always says how many in `needs`. */
export const VERDICTS = ['regressed', 'improved', 'unchanged', 'needs-more-loads', 'not-measured'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** What a rule says of one metric after one load. Values are in the metric's own unit. */
export interface MetricVerdict {
  readonly verdict: Verdict;
  /** Level the load is judged against and the samples behind it; absent while there is none. */
  readonly baseline?: { readonly value: number; readonly n: number };
  /** Level of the judged loads: this load for a rule that judges single loads, a median otherwise. */
  readonly current?: { readonly value: number; readonly n: number };
  /** current − baseline. */
  readonly delta?: number;
  /** 95 % interval of the delta, where the rule estimates one. */
  readonly interval?: readonly [number, number];
  /** Smallest change that would be confirmed within ten loads at today's noise. */
  readonly minimumDetectable?: number;
  /** Loads still needed before this metric can be judged, or before a suspicion can be confirmed. */
  readonly needs?: number;
  /** A change is suspected but not confirmed: show it, do not alarm. */
  readonly suspected?: boolean;
}

export type MetricVerdicts = { readonly [Name in MetricName]?: MetricVerdict };

/** A snapshot as statistics sees it. */
export interface Sample {
  readonly visitId: string;
  readonly metrics: MetricValues;
  /** Fingerprint of the build that was measured; absent when unknown. */
  readonly build?: string;
}

/**
 * A rule judges the loads of one cohort in order. Its state is plain JSON, so that it survives the worker, and
 * `observe` is pure: the same states and samples give the same verdicts everywhere.
 *
 * Musts: a metric absent from the sample is "not-measured" and leaves the state of that metric untouched;
 * a metric once "regressed" stays so on every load until it is resolved (or accepted), never by being forgotten.
 */
export interface Rule<State = unknown> {
  readonly name: string;
  initial(): State;
  observe(state: State, sample: Sample): Judged<State>;
  /** Judges one set of loads against another, as `pbm compare` does. Deltas are between medians. */
  compare(baseline: readonly Sample[], current: readonly Sample[]): MetricVerdicts;
  /** Makes the recent loads of this cohort the new baseline: the only way for a baseline to move upwards. */
  accept(state: State): State;
  /** Accept and everything else a user may do to a baseline; absent in rules that know only `accept`. */
  changeBaseline?(state: State, change: BaselineChange): State;
  /** How the baseline of a cohort stands, for showing; absent in rules without a life cycle. */
  describe?(state: State): CohortStanding;
}

export interface Judged<State> {
  readonly state: State;
  readonly verdicts: MetricVerdicts;
  /** The loading milestones taken together, in ms; absent in rules that do not. */
  readonly pageSpeed?: MetricVerdict;
}
