import type { MetricName } from '../../src/domain/metric.ts';
import type { Judgement, PageState } from '../../src/domain/page-state.ts';
import type { MetricVerdict } from '../../src/domain/verdict.ts';

export interface Learning {
  /** Loads the baseline already holds. */
  readonly loads: number;
  /** Loads it is to hold before the next one is judged. */
  readonly goal: number;
}

/** What every load brings and what takes longest to learn. INP is not among them: it waits for an interaction. */
const AWAITED: readonly MetricName[] = ['largestContentfulPaint', 'firstContentfulPaint', 'load'];

/** Is the baseline of this load's cohort still being built? A load that was not judged says nothing of it. */
export function isLearning(judgement: Judgement): boolean {
  return listWaiting(judgement).length > 0;
}

/**
 * How far the baseline of the judged load's cohort is; undefined once it is built. `needs` counts the loads up to and
 * with the first judged one, hence the goal is one less.
 */
export function deriveLearning(state: PageState, judgement: Judgement): Learning | undefined {
  const waiting = listWaiting(judgement);
  if (waiting.length === 0) return undefined;
  const loads = state.cohorts[judgement.cohort]?.current.samples ?? 0;
  const needs = Math.max(1, ...waiting.map((verdict) => verdict.needs ?? 1));
  return { loads, goal: loads + needs - 1 };
}

/** Where none of the awaited metrics is measured, as after a soft navigation, all others count. */
function listWaiting({ metrics }: Judgement): MetricVerdict[] {
  const awaited = AWAITED.map((name) => metrics[name]).filter(isMeasured);
  const judged = awaited.length > 0 ? awaited : Object.values(metrics).filter(isMeasured);
  return judged.filter(({ verdict, suspected }) => verdict === 'needs-more-loads' && !suspected);
}

function isMeasured(verdict: MetricVerdict | undefined): verdict is MetricVerdict {
  return verdict !== undefined && verdict.verdict !== 'not-measured';
}
