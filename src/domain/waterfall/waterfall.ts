import type { FetchPhases } from '../match/fetch-phases.ts';
import type { MetricName } from '../metric.ts';
import type { Delivery, Party, ResourceType } from '../snapshot.ts';
import type { Bytes, EpochMs, Milliseconds } from '../units.ts';

/** Moments in ms since the start of the visit. */
export interface Span {
  readonly start: Milliseconds;
  readonly end: Milliseconds;
}

/** One fetch in one load. */
export interface WaterfallBar extends Span {
  /** Durations that add up to end − start; absent where the server hides them. */
  readonly phases?: FetchPhases;
  readonly delivery: Delivery;
  /** Over the network; absent when hidden. */
  readonly transferSize?: Bytes;
  /** Main-thread time of the script, as far as long frames show it. */
  readonly executions: readonly Span[];
}

/** A resource in both loads, or in one of them. */
export interface WaterfallRow {
  /** As the current load has it; as the baseline has it where it is gone. */
  readonly url: string;
  /** What the baseline calls it, where that differs. */
  readonly previousUrl?: string;
  readonly type: ResourceType;
  readonly party: Party;
  readonly renderBlocking: boolean;
  /** The current load's largest paint shows it. */
  readonly isLargestPaint: boolean;
  readonly baseline?: WaterfallBar;
  readonly current?: WaterfallBar;
}

export interface WaterfallMilestone {
  readonly metric: MetricName;
  readonly baseline?: Milliseconds;
  readonly current?: Milliseconds;
}

/** Two loads on one time axis: the one of each side that is most like all of that side. */
export interface Waterfall {
  readonly baseline: { readonly startedAt: EpochMs };
  readonly current: { readonly startedAt: EpochMs };
  /** By the start in the current load, the document first; what is gone stands where it was. */
  readonly rows: readonly WaterfallRow[];
  /** Those that either load reached, in their usual order. */
  readonly milestones: readonly WaterfallMilestone[];
  /** Tasks of 50 ms and more. */
  readonly longTasks: { readonly baseline: readonly Span[]; readonly current: readonly Span[] };
  /** The last moment of either load. */
  readonly end: Milliseconds;
  /** Resources beyond the bound, which are not among the rows. */
  readonly omitted: number;
}
