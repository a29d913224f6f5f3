import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { selectBaseline, selectCurrent } from '../../src/domain/select-baseline.ts';
import { formatMoment } from '../format.ts';
import { textOfCount } from '../text.ts';
import { describeCohort } from './words.ts';

/** The two sides of a diff: a visit each, or the baseline of the right one and the latest load. */
export interface Sides {
  readonly left: string;
  readonly right: string;
}

export const BASELINE_SIDE = 'baseline';
export const LATEST_SIDE = 'latest';

export const DEFAULT_SIDES: Sides = { left: BASELINE_SIDE, right: LATEST_SIDE };

export interface SideOption {
  readonly value: string;
  readonly text: string;
}

/** What both selects offer; visits newest first. */
export function listSideOptions(
  visits: readonly JudgedVisit[],
  sides: Sides,
  now: number,
): { readonly left: SideOption[]; readonly right: SideOption[] } {
  const loads = visits.toReversed().map(({ snapshot, judgement }) => ({
    value: snapshot.visitId,
    text: `${formatMoment(snapshot.startedAt, now)} · ${describeCohort(judgement.cohort)}`,
  }));
  const right = findSide(visits, sides.right);
  const baseline = right ? selectBaseline(visits, right).length : 0;
  const current = right && sides.left === BASELINE_SIDE ? selectCurrent(visits, right).length : 1;
  return {
    left: [{ value: BASELINE_SIDE, text: textOfCount('baselineLoads', baseline) }, ...loads],
    right: [{ value: LATEST_SIDE, text: textOfCount('latestLoads', Math.max(current, 1)) }, ...loads],
  };
}

export function findSide(visits: readonly JudgedVisit[], side: string): JudgedVisit | undefined {
  return side === LATEST_SIDE ? visits.at(-1) : visits.find(({ snapshot }) => snapshot.visitId === side);
}
