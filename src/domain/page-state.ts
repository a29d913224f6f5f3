import type { BudgetResult } from './evaluate-budgets.ts';
import type { MetricName } from './metric.ts';
import type { Exclusion } from './snapshot.ts';
import type { MetricVerdict, MetricVerdicts } from './verdict.ts';

/**
 * What is known of a page after some of its visits. Plain JSON: it is stored as a row and rebuilt by replaying the
 * snapshots. A cohort keeps two levels: `settled`, everything before its latest visit, and `current`, with the newest
 * revision of that visit on top. A better revision of the visit is judged again from `settled`, so it never counts twice.
 */
export interface PageState {
  readonly version: 1;
  readonly key: string;
  readonly origin: string;
  readonly route: string;
  readonly rule: string;
  /** The visit observed last, and the cohort its newest revision belongs to. */
  readonly latest?: { readonly visitId: string; readonly cohort: string };
  readonly cohorts: { readonly [cohort: string]: CohortState };
}

export interface CohortState {
  readonly settled: Level;
  readonly current: Level;
  readonly latestVisit: string;
  /** The latest visit, once it is part of `settled`: a baseline changed by the user has taken it in. */
  readonly absorbed?: string;
}

export interface Level {
  /** The rule's own state. */
  readonly rule: unknown;
  readonly samples: number;
  readonly regressed: readonly MetricName[];
  readonly broken: readonly string[];
}

/** What the monitor says of one visit. Stored beside its snapshot. */
export interface Judgement {
  readonly rule: string;
  readonly cohort: string;
  /** Why this visit is not in statistics; then `metrics` is empty. */
  readonly excluded: readonly Exclusion[];
  readonly metrics: MetricVerdicts;
  /** The loading milestones taken together, in ms, where the rule judges them so. */
  readonly pageSpeed?: MetricVerdict;
  readonly budgets: readonly BudgetResult[];
}

/** What changed with a visit, for alerts: each is told once, when it begins and when it ends. */
export type MonitorEvent =
  | {
      readonly type: 'regression-opened';
      readonly cohort: string;
      readonly metric: MetricName;
      readonly verdict: MetricVerdict;
    }
  | { readonly type: 'regression-resolved'; readonly cohort: string; readonly metric: MetricName }
  | { readonly type: 'budget-broken'; readonly cohort: string; readonly result: BudgetResult }
  | { readonly type: 'budget-met'; readonly cohort: string; readonly key: string };

export interface Observation {
  readonly page: PageState;
  readonly judgement: Judgement;
  readonly events: readonly MonitorEvent[];
}
