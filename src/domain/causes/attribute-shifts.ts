import type { LayoutShift } from '../capture.ts';
import { BASELINE, CURRENT } from '../replay/world.ts';
import type { Attribution } from './attribution.ts';
import type { CauseFacts } from './definition.ts';
import { findTrigger } from './find-trigger.ts';
import { createLedger } from './ledger.ts';
import type { Pair } from './pair.ts';
import { findWorstWindow } from './worst-window.ts';

/**
 * Divides the change of the layout shift score among the elements that moved in the worst session window of either
 * load. A shift is shared among its sources by the area they moved; elements are the same by their selector. What set
 * an element in motion is looked for among what arrived or ran shortly before.
 */
export function attributeShifts(pair: Pair, delta: number): Attribution {
  const ledger = createLedger();
  const before = findWorstWindow(pair.loads[BASELINE].snapshot.layoutShifts);
  const after = findWorstWindow(pair.loads[CURRENT].snapshot.layoutShifts);
  const [old, recent] = [sumByTarget(before), sumByTarget(after)];
  for (const target of new Set([...old.keys(), ...recent.keys()])) {
    const amounts = { baseline: old.get(target) ?? 0, current: recent.get(target) ?? 0 };
    const grew = amounts.current > amounts.baseline;
    const shifts = after.filter((shift) => targetsOf(shift).includes(target));
    const trigger = grew ? findTrigger(pair, shifts, before) : undefined;
    const facts: CauseFacts = {
      ...(trigger && { resource: trigger.resource }),
      count: 0,
      factor: grew ? 1 : -1,
      names: { current: target },
    };
    const certainty = trigger ? trigger.certainty : 1;
    ledger.add({ kind: 'layout-shift', key: `layout-shift ${target}`, facts, certainty }, amounts);
  }
  return ledger.close(delta);
}

const UNKNOWN = 'an element';

/** What each element that moved has added to the score, by its selector. */
export function sumByTarget(shifts: readonly LayoutShift[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const shift of shifts) {
    const areas = shift.sources.length > 0 ? shift.sources.map(({ movedArea }) => movedArea + 1) : [1];
    const total = areas.reduce((sum, area) => sum + area, 0);
    for (const [i, target] of targetsOf(shift).entries()) {
      sums.set(target, (sums.get(target) ?? 0) + (shift.value * (areas[i] ?? 0)) / total);
    }
  }
  return sums;
}

function targetsOf({ sources }: LayoutShift): string[] {
  return sources.length > 0 ? sources.map(({ target }) => target ?? UNKNOWN) : [UNKNOWN];
}
