import type { MetricName } from '../metric.ts';

/** What a value is made of, on either side: medians over the loads that measured it. */
export interface PartRow {
  /** "load delay", "header.banner", "render (app.js)". */
  readonly label: string;
  readonly baseline?: number;
  readonly current?: number;
  /** Where the part is a script's: what to open. */
  readonly source?: { readonly url: string; readonly charPosition?: number };
}

/** The subparts of one metric side by side, in the metric's unit. */
export interface Parts {
  /** What the rows are: steps that follow each other, elements that moved, functions that ran long. */
  readonly kind: 'steps' | 'shifts' | 'scripts';
  /** What the metric is about: the largest element, the slowest interaction. */
  readonly target?: { readonly baseline?: string; readonly current?: string };
  readonly rows: readonly PartRow[];
}

export type MetricParts = { readonly [Name in MetricName]?: Parts };
