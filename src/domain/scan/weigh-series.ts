import { countLoadsToConfirm } from './count-loads-to-confirm.ts';
import type { BaselineFit } from './fit-baseline.ts';
import { testKnownChange } from './known-change.ts';
import { scan, weighWindows } from './scan.ts';
import { knownChangeThreshold } from './thresholds.ts';
import {
  type Evidence,
  isMaterial,
  measureDistances,
  type Question,
  SUSPICIOUS,
  weighDistances,
} from './weigh-shift.ts';
import { LONGEST_WINDOW } from './windows.ts';

/** A baseline, the loads since on the scale of its fit, and what they weigh: the same for both directions. */
export interface Weighed {
  readonly fit: BaselineFit;
  readonly logs: readonly number[];
  /** What every window weighs that the loads fill. */
  readonly shifts: readonly number[];
  /** How many of the newest loads are of a build still new, and what they weigh together. Absent: they are not. */
  readonly newBuild?: { readonly loads: number; readonly shift: number };
}

/**
 * Weighs the loads since the baseline, of which so many are of a new build (0: of the same). A build that has stood
 * twenty loads is judged by the scan alone, so that looking at it for ever does not end in a false alarm.
 */
export function weighLoads(fit: BaselineFit, logs: readonly number[], newBuildLoads: number): Weighed {
  const distances = measureDistances(fit, logs.slice(-LONGEST_WINDOW));
  const shifts = weighWindows(fit, distances);
  if (newBuildLoads === 0 || newBuildLoads > LONGEST_WINDOW) return { fit, logs, shifts };
  const shift = weighDistances(fit, distances, newBuildLoads);
  return { fit, logs, shifts, newBuild: { loads: newBuildLoads, shift } };
}

/** A load this many sigmas off is worth a second look although it proves nothing. */
const STRIKING = 3;

/** The strongest evidence for a shift: of the scan, or of the known change while the build is new. */
export function weighSeries(
  { fit, logs, shifts, newBuild }: Weighed,
  question: Question,
): Evidence | undefined {
  const scanned = scan(fit, logs, question, shifts);
  if (!newBuild) return scanned;
  const { loads, shift } = newBuild;
  const threshold = knownChangeThreshold(fit.n, loads);
  const above = scanned?.strength ?? SUSPICIOUS;
  return testKnownChange(fit, logs.slice(-loads), { question, threshold, above, shift }) ?? scanned;
}

/** What is suspected: how many loads carry it, and how many more like them would confirm it. */
export interface Suspicion {
  readonly loads: number;
  readonly needs: number;
}

/**
 * Is a shift suspected, on `evidence` too weak to confirm it or on one striking load? Undefined when neither holds, or
 * when even ten more loads of the same kind would not confirm it.
 */
export function suspect(
  weighed: Weighed,
  evidence: Evidence | undefined,
  question: Question,
): Suspicion | undefined {
  const loads = evidence?.loads ?? (isStriking(weighed, question) ? 1 : 0);
  if (loads === 0) return undefined;
  const needs = countLoadsToConfirm(weighed.logs, loads, (logs, imagined) => {
    const newBuildLoads = weighed.newBuild ? weighed.newBuild.loads + imagined : 0;
    const evidence = weighSeries(weighLoads(weighed.fit, logs, newBuildLoads), question);
    return evidence !== undefined && evidence.strength > 1;
  });
  return needs === undefined ? undefined : { loads, needs };
}

function isStriking({ fit, logs }: Weighed, question: Question): boolean {
  const newest = logs.slice(-1);
  const distance = (Number(newest[0]) - fit.level) / fit.sigma;
  return (question.direction === 'up' ? distance : -distance) > STRIKING && isMaterial(fit, newest, question);
}
