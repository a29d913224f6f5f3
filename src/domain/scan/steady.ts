import { type BaselineFit, fitLogs, toLogs } from './fit-baseline.ts';
import type { MetricNoise } from './metric-noise.ts';
import { type Direction, isMaterial } from './weigh-shift.ts';

/** Values are constant when all of them lie within this part of the smallest change that matters. */
const CONSTANT_WITHIN = 0.25;

/**
 * Is this a deterministic metric that has been constant so far? Then there is no scatter to argue with: a material
 * change is at least four times as large as anything seen before, and a few loads that agree on it are proof. Timings,
 * and counts that vary, are not; they are judged by the scan.
 */
export function isSteady(logs: readonly number[], noise: MetricNoise): boolean {
  if (!noise.confirmations) return false;
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const log of logs) {
    lowest = Math.min(lowest, log);
    highest = Math.max(highest, log);
  }
  return highest - lowest <= CONSTANT_WITHIN * smallestShift(lowest, noise);
}

/** What a baseline says of its series. */
export interface Scale {
  readonly fit: BaselineFit;
  readonly isSteady: boolean;
}

/**
 * A baseline that has been learnt stays the same list from load to load, so that of loads which are judged together
 * only the first has to look at it.
 */
const KNOWN = new WeakMap<readonly number[], { readonly noise: MetricNoise; readonly scale: Scale }>();

export function measureScale(baseline: readonly number[], noise: MetricNoise): Scale {
  const known = KNOWN.get(baseline);
  if (known?.noise === noise) return known.scale;
  const logs = toLogs(baseline, noise);
  const scale = { fit: fitLogs(logs, noise), isSteady: isSteady(logs, noise) };
  KNOWN.set(baseline, { noise, scale });
  return scale;
}

/** The smallest shift that passes both gates, on the log scale, from this level. */
export function smallestShift(level: number, noise: MetricNoise): number {
  return Math.max(noise.relative, Math.log1p(noise.absolute / Math.exp(level)));
}

/** How many of the newest loads in a row differ materially from the baseline. */
export function countShifted(
  fit: BaselineFit,
  logs: readonly number[],
  question: { readonly noise: MetricNoise; readonly direction: Direction },
): number {
  const kept = logs.findLastIndex((log) => !isMaterial(fit, [log], question));
  return logs.length - 1 - kept;
}
