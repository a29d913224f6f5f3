import type { BaselineFit } from './fit-baseline.ts';
import { scanThresholds } from './thresholds.ts';
import {
  type Evidence,
  isMaterial,
  measureDistances,
  type Question,
  SUSPICIOUS,
  turnToward,
  weighDistances,
} from './weigh-shift.ts';
import { LONGEST_WINDOW, WINDOWS } from './windows.ts';

/** What every window weighs that loads at these distances from the baseline fill: the same for both directions. */
export function weighWindows(fit: BaselineFit, distances: readonly number[]): readonly number[] {
  const shifts: number[] = [];
  for (const loads of WINDOWS) {
    if (loads > distances.length) break;
    shifts.push(weighDistances(fit, distances, loads));
  }
  return shifts;
}

/**
 * Has the level shifted at some unknown moment? Every window of the newest loads is weighed against its own threshold;
 * the strongest material one is the answer. Undefined when none is even suspicious. `logs` are the loads since the
 * baseline was frozen, oldest first, on the scale of the fit; `shifts` is what their windows weigh, where that is known.
 */
export function scan(
  fit: BaselineFit,
  logs: readonly number[],
  question: Question,
  shifts = weighWindows(fit, measureDistances(fit, logs.slice(-LONGEST_WINDOW))),
): Evidence | undefined {
  const thresholds = scanThresholds(fit.n);
  const factor = turnToward(1, question);
  let strongest: Evidence | undefined;
  for (let index = 0; index < shifts.length; index++) {
    const loads = Number(WINDOWS[index]);
    const strength = (factor * Number(shifts[index])) / Number(thresholds[index]);
    if (strength < (strongest?.strength ?? SUSPICIOUS)) continue;
    if (isMaterial(fit, logs.slice(-loads), question)) strongest = { loads, strength };
  }
  return strongest;
}
