import { median } from '../statistics.ts';
import { toLogs } from './fit-baseline.ts';
import type { MetricNoise } from './metric-noise.ts';
import type { Load, Series } from './series.ts';
import { isSteady } from './steady.ts';
import { MAX_BASELINE } from './thresholds.ts';

/** Below five loads there is no verdict on a timing: one hiccup among four is a quarter of what is known. */
export const LEARNING_LOADS = 5;

/** Three equal values of something deterministic are as sure as five: what repeats exactly has no scatter to learn. */
const LEARNING_STEADY_LOADS = 3;

/** Loads still to be learnt before there is a verdict: fewer for what is deterministic and constant so far. */
export function countLoadsToLearn(baseline: readonly number[], noise: MetricNoise): number {
  const maybeSteady = baseline.length === 0 ? noise.confirmations : isSteady(toLogs(baseline, noise), noise);
  return Math.max(0, (maybeSteady ? LEARNING_STEADY_LOADS : LEARNING_LOADS) - baseline.length);
}

/** Takes a load into a baseline that is still being learnt. The build of the last one becomes the baseline's. */
export function learn(series: Series, { value, build }: Load, noise: MetricNoise): Series {
  const newest = { loads: 0, ...(build !== undefined && { build }) };
  return startBaseline({ ...series, newest }, [...series.baseline, value], noise);
}

/**
 * The series with a baseline made of these values and nothing since, on the newest build; learning while they are too
 * few. Of too many the newest are kept.
 */
export function startBaseline(series: Series, values: readonly number[], noise: MetricNoise): Series {
  const baseline = values.slice(-MAX_BASELINE);
  const isLearning = countLoadsToLearn(baseline, noise) > 0;
  const first = series.first ?? (isLearning ? undefined : median(baseline));
  return {
    standing: isLearning ? 'learning' : 'ok',
    baseline,
    recent: [],
    newest: { ...series.newest, loads: 0 },
    ...(series.newest.build !== undefined && { build: series.newest.build }),
    ...(first !== undefined && { first }),
  };
}
