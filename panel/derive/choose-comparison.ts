import { type JudgedVisit, selectBaseline, selectCurrent } from '../../src/domain/select-baseline.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { MetricVerdicts } from '../../src/domain/verdict.ts';
import { BASELINE_SIDE, findSide, type Sides } from './sides.ts';

export interface ChosenComparison {
  readonly baseline: readonly Snapshot[];
  readonly current: readonly Snapshot[];
  /** What the monitor said of the right side; absent where it has not compared these two. */
  readonly verdicts?: MetricVerdicts;
  /** Both sides are of one kind; otherwise the difference is partly one of kind. */
  readonly comparable: boolean;
}

/**
 * The loads two sides stand for. Against the baseline the verdicts are those of the load's judgement; two loads, and a
 * load that was not judged, come without. Undefined when a side is no longer stored or has no baseline yet.
 */
export function chooseComparison(visits: readonly JudgedVisit[], sides: Sides): ChosenComparison | undefined {
  const right = findSide(visits, sides.right);
  if (!right) return undefined;
  if (sides.left !== BASELINE_SIDE) {
    const left = findSide(visits, sides.left);
    const comparable = left?.judgement.cohort === right.judgement.cohort;
    return left && { baseline: [left.snapshot], current: [right.snapshot], comparable };
  }
  const baseline = selectBaseline(visits, right);
  if (baseline.length === 0) return undefined;
  const { excluded, metrics } = right.judgement;
  const current = selectCurrent(visits, right);
  return { baseline, current, comparable: true, ...(excluded.length === 0 && { verdicts: metrics }) };
}
