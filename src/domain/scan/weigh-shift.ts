import { median } from '../statistics.ts';
import type { BaselineFit } from './fit-baseline.ts';
import type { MetricNoise } from './metric-noise.ts';
import { clipLimit, errorOfShift } from './windows.ts';

/** up: larger values, which is worse for every metric we know. */
export type Direction = 'up' | 'down';

export interface Question {
  readonly noise: MetricNoise;
  readonly direction: Direction;
}

/** What speaks for a shift of the newest loads away from the baseline. */
export interface Evidence {
  /** How many of the newest loads carry it. */
  readonly loads: number;
  /** Strength relative to what is needed: above 1 the shift is confirmed. */
  readonly strength: number;
}

/** Weaker evidence is not worth a word; a page of unchanged loads is above this on a few loads in a hundred. */
export const SUSPICIOUS = 0.85;

/** The strength of a shift towards the direction asked for, by the weight of its series: see weighShift. */
export function weighToward(
  fit: BaselineFit,
  logs: readonly number[],
  loads: number,
  question: Question,
): number {
  return turnToward(weighShift(fit, logs, loads), question);
}

/** The same of a shift that has been weighed already. */
export function turnToward(shift: number, { noise, direction }: Question): number {
  const weighted = shift * (noise.weight ?? 1);
  return direction === 'up' ? weighted : -weighted;
}

/** How far each load lies from the baseline, in sigmas. `logs` are on the scale of the fit. */
export function measureDistances(fit: BaselineFit, logs: readonly number[]): number[] {
  return logs.map((log) => (log - fit.level) / fit.sigma);
}

/**
 * Mean of the clipped distances of the newest loads from the baseline, in standard errors of that difference.
 * `logs` are on the scale of the fit, oldest first; positive means up.
 */
export function weighShift(fit: BaselineFit, logs: readonly number[], loads: number): number {
  return weighDistances(fit, measureDistances(fit, logs.slice(-loads)), loads);
}

/** The same where the distances are known already. */
export function weighDistances({ n }: BaselineFit, distances: readonly number[], loads: number): number {
  const limit = clipLimit(n, loads);
  let sum = 0;
  for (let i = distances.length - loads; i < distances.length; i++) {
    sum += Math.min(limit, Math.max(-limit, Number(distances[i])));
  }
  return sum / loads / errorOfShift(n, loads);
}

/**
 * Is the shift of these loads large enough to matter, relatively and absolutely? Judged by the median: the clipped
 * mean that decides whether a shift is real underestimates a large one.
 */
export function isMaterial(fit: BaselineFit, logs: readonly number[], question: Question): boolean {
  const { noise, direction } = question;
  const shift = median(logs) - fit.level;
  const difference = Math.exp(fit.level) * Math.expm1(shift);
  return direction === 'up'
    ? shift > noise.relative && difference > noise.absolute
    : -shift > noise.relative && -difference > noise.absolute;
}
