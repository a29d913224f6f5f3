import { median } from '../statistics.ts';
import type { MetricVerdict } from '../verdict.ts';
import { countLoadsToConfirm } from './count-loads-to-confirm.ts';
import type { BaselineFit } from './fit-baseline.ts';
import { intervalOfDelta } from './interval-of-delta.ts';
import { testKnownChange } from './known-change.ts';
import { LEARNING_LOADS } from './learn.ts';
import type { MetricNoise } from './metric-noise.ts';
import { minimumDetectable, minimumMaterial } from './minimum-detectable.ts';
import { comparisonThreshold } from './thresholds.ts';
import { type Direction, type Evidence, isMaterial } from './weigh-shift.ts';
import { SHORTEST_WINDOW } from './windows.ts';

/**
 * Half of what would prove a shift that matters is enough to ask for more loads: who compares two builds wants to know
 * that the answer is not in yet. (A monitor that asks on every other reload is not listened to; it waits for more.)
 */
const WORTH_MORE_LOADS = 0.5;

/** The values of one metric before and after, at least one each, and the fit of those before. */
export interface Sides {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly noise: MetricNoise;
  readonly fit: BaselineFit;
  readonly isSteady: boolean;
  /** `after` on the scale of the fit. */
  readonly logs: readonly number[];
}

/** A constant metric: `wanted` loads on each side are enough, and any change that matters is one. */
export function compareSteady(sides: Sides, wanted: number): MetricVerdict {
  const { fit, logs, noise } = sides;
  const known = { ...describeLevels(sides), minimumDetectable: minimumMaterial(fit, noise) };
  const needs = countMissing(sides, { before: wanted, after: wanted });
  if (needs > 0) return { verdict: 'needs-more-loads', ...known, needs };
  if (isMaterial(fit, logs, { noise, direction: 'up' })) return { verdict: 'regressed', ...known };
  const isImproved = isMaterial(fit, logs, { noise, direction: 'down' });
  return { verdict: isImproved ? 'improved' : 'unchanged', ...known };
}

/** A metric that scatters. Suspected changes say how many more loads of the same kind would confirm them. */
export function compareNoisy(sides: Sides): MetricVerdict {
  const { fit, logs, noise } = sides;
  const levels = describeLevels(sides);
  const missing = countMissing(sides, { before: LEARNING_LOADS, after: SHORTEST_WINDOW });
  if (missing > 0) return { verdict: 'needs-more-loads', ...levels, needs: missing };
  const medians = { from: levels.baseline.value, to: levels.current.value, n: levels.current.n };
  const known = {
    ...levels,
    interval: intervalOfDelta(fit, noise, medians),
    minimumDetectable: minimumDetectable(fit, noise),
  };
  const worse = look(sides, logs, 'up');
  if (isConfirmed(worse)) return { verdict: 'regressed', ...known };
  if (isConfirmed(look(sides, logs, 'down'))) return { verdict: 'improved', ...known };
  const isOpen = worse !== undefined && worse.strength > WORTH_MORE_LOADS;
  const needs = isOpen ? countMoreLoads(sides) : undefined;
  return needs === undefined
    ? { verdict: 'unchanged', ...known }
    : { verdict: 'needs-more-loads', ...known, needs, suspected: true };
}

function countMoreLoads(sides: Sides): number | undefined {
  const { logs } = sides;
  return countLoadsToConfirm(logs, logs.length, (more) => isConfirmed(look(sides, more, 'up')));
}

function look({ fit, noise }: Sides, logs: readonly number[], direction: Direction): Evidence | undefined {
  const threshold = comparisonThreshold(fit.n, logs.length);
  return testKnownChange(fit, logs, { question: { noise, direction }, threshold });
}

function isConfirmed(evidence: Evidence | undefined): boolean {
  return evidence !== undefined && evidence.strength > 1;
}

function describeLevels({ before, after }: Sides) {
  const baseline = { value: median(before), n: before.length };
  const current = { value: median(after), n: after.length };
  return { baseline, current, delta: current.value - baseline.value };
}

function countMissing({ before, after }: Sides, wanted: { before: number; after: number }): number {
  return Math.max(0, wanted.before - before.length) + Math.max(0, wanted.after - after.length);
}
