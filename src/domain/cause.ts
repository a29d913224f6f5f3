import type { MetricName } from './metric.ts';
import type { Verdict } from './verdict.ts';
import type { FetchPhase } from './match/fetch-phases.ts';
import type { Resource } from './snapshot.ts';
import type { Phrase } from './words/phrase.ts';

/** Every kind of cause there is. Each has one file that detects it, a fixture and a line in the docs. */
export const CAUSE_KINDS = [
  'added-resource',
  'removed-resource',
  'resized-resource',
  'slow-server',
  'slow-document',
  'redirect',
  'connection',
  'slow-download',
  'script-execution',
  'render-blocking',
  'late-discovery',
  'cache-lost',
  'cache-gained',
  'compression-lost',
  'compression-gained',
  'dom-size',
  'html-parse',
  'html-download',
  'inline-script',
  'style-layout',
  'lcp-element',
  'layout-shift',
  'interaction',
  'environment-network',
  'environment-latency',
  'environment-cpu',
] as const;

export type CauseKind = (typeof CAUSE_KINDS)[number];

export const WHAT_IF_ACTIONS = [
  'remove',
  'defer',
  'async',
  'preload',
  'inline',
  'shrink',
  'less-work',
  'faster-server',
  'no-redirect',
] as const;

/** What one action on the current load would save of a metric, in its unit. */
export interface WhatIfSaving {
  readonly action: (typeof WHAT_IF_ACTIONS)[number];
  readonly saves: number;
  /** Where the load leaves open how much: the least and the most it may be. */
  readonly range?: readonly [least: number, most: number];
}

/** A named reason for a share of a metric's delta, in that metric's unit. */
export interface Cause {
  readonly kind: CauseKind;
  /** Path (first party) or URL (third party) of the resource blamed; absent when it is not a resource. */
  readonly resource?: string;
  /** All that it stands for, named in the same way, where that is more than the one blamed. */
  readonly resources?: readonly string[];
  /** Part of the delta, in the metric's unit; negative when it made the metric smaller. */
  readonly contribution: number;
  /** The least and the most that a pair of loads shows; absent for a single pair. */
  readonly range?: readonly [least: number, most: number];
  /** contribution / delta. */
  readonly share: number;
  readonly confidence: 'high' | 'medium' | 'low';
  /** One sentence that names the cause, such as "added render-blocking script /static/chart.js (254 kB)". */
  readonly summary: Phrase;
  /** The measured facts behind it, one sentence each. */
  readonly evidence: readonly Phrase[];
  readonly advice: Phrase;
  /** What following the advice would save. */
  readonly whatIf?: WhatIfSaving;
  /** Other things to do about it, those that save most first. */
  readonly alternatives?: readonly WhatIfSaving[];
}

/** The delta of one metric, divided: Σ contributions + unexplained = delta. Causes by falling contribution. */
export interface MetricDiff {
  readonly verdict: Verdict;
  /** Judged unchanged, but by loads that scatter too much to tell: see `isTooNoisyToTell`. */
  readonly isTooNoisy?: true;
  readonly unit: 'ms' | 'bytes' | 'count' | 'score';
  readonly delta: number;
  readonly baseline: { readonly median: number; readonly n: number };
  readonly current: { readonly median: number; readonly n: number };
  readonly causes: readonly Cause[];
  readonly unexplained: number;
}

/** When more of a change than this share has no cause, that is said first. */
const MUCH = 0.3;

export function isMuchUnexplained({
  unexplained,
  delta,
}: Pick<MetricDiff, 'unexplained' | 'delta'>): boolean {
  return Math.abs(unexplained) > MUCH * Math.abs(delta);
}

export type MetricDiffs = { readonly [Name in MetricName]?: MetricDiff };

export interface ResourceChange {
  readonly url: string;
  readonly type: Resource['type'];
  readonly party: Resource['party'];
  readonly renderBlocking: boolean;
  /** Sizes over the network in bytes; absent when hidden or when the resource is not in that load. */
  readonly transferSize: { readonly baseline?: number; readonly current?: number };
  /** responseEnd − startTime in ms. */
  readonly duration: { readonly baseline?: number; readonly current?: number };
  /** Requests the row stands for, where duplicates or API calls of one template came or went together. */
  readonly requests?: number;
  /** For a renamed resource, what it was called in the baseline. */
  readonly previousUrl?: string;
  /** For a retimed resource, the phase that changed most. */
  readonly phase?: FetchPhase;
  /** The duration of that phase, in ms. */
  readonly phaseDuration?: { readonly baseline: number; readonly current: number };
}

/** The resource table. A resource may be both renamed and resized or retimed; it is added or removed only alone. */
export interface ResourceDiff {
  readonly added: readonly ResourceChange[];
  readonly removed: readonly ResourceChange[];
  readonly resized: readonly ResourceChange[];
  readonly retimed: readonly ResourceChange[];
  readonly renamed: readonly ResourceChange[];
}

/** The result of `pbm compare` and of the panel's diff: why one load, or set of loads, differs from another. */
export interface Comparison {
  readonly verdict: Verdict;
  readonly metrics: MetricDiffs;
  readonly resources: ResourceDiff;
  /** One sentence for the reader who reads only one. */
  readonly summary: Phrase;
}
