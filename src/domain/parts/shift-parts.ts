import { sumByTarget } from '../causes/attribute-shifts.ts';
import { findWorstWindow } from '../causes/worst-window.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Parts } from './parts.ts';
import { rankRows, rowOfMedians } from './side-medians.ts';

const MOST_ROWS = 12;

/** A thousandth of the score is seen by nobody. */
const LEAST = 0.0005;

/** The elements that moved in the worst second of either side, by what they add to the score now, then before. */
export function listShiftParts(baseline: readonly Snapshot[], current: readonly Snapshot[]): Parts {
  const sums = new Map(
    [...baseline, ...current].map((load) => [load, sumByTarget(findWorstWindow(load.layoutShifts))]),
  );
  const targets = new Set([...sums.values()].flatMap((byTarget) => [...byTarget.keys()]));
  const rows = [...targets].map((target) =>
    rowOfMedians(target, { baseline, current }, (load) => sums.get(load)?.get(target) ?? 0),
  );
  return { kind: 'shifts', rows: rankRows(rows, { least: LEAST, most: MOST_ROWS }) };
}
