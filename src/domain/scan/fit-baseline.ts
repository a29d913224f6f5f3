import { median } from '../statistics.ts';
import { type MetricNoise, PRIOR_LOADS } from './metric-noise.ts';

/** What is normal: the level and scatter of the baseline on the scale ln(value + offset), and the loads behind it. */
export interface BaselineFit {
  readonly n: number;
  readonly level: number;
  readonly sigma: number;
}

/** Values further than this many sigmas from the level are pulled in, so that hiccups do not pass for scatter. */
const WINSORISED_AT = 1.5;

/** Variance of a normal variable winsorised at 1.5 sigma, relative to its full one. */
const WINSORISED_VARIANCE = 0.778;

/** MAD of a normal variable times this is its standard deviation. */
const MAD_TO_SIGMA = 1.4826;

/** Level and scatter settle in three rounds to well below a percent. */
const ROUNDS = 3;

/**
 * Fits the baseline of one metric: start from median and MAD, then winsorise and average a few rounds. The scatter is
 * moderated towards the metric's usual one (as limma does for few replicates), so that five equal values do not
 * make the sixth a sensation; scatter that is larger than usual is believed as it is. Throws a RangeError for no values.
 */
export function fitBaseline(values: readonly number[], noise: MetricNoise): BaselineFit {
  return fitLogs(toLogs(values, noise), noise);
}

/** The same for values that are on the scale of the fit already. */
export function fitLogs(logs: readonly number[], noise: MetricNoise): BaselineFit {
  const n = logs.length;
  let level = median(logs);
  const deviation = median(logs.map((log) => Math.abs(log - level)));
  let sigma = moderate((MAD_TO_SIGMA * deviation) ** 2, n, noise);
  for (let round = 0; round < ROUNDS; round++) {
    const moments = winsorise(logs, level, WINSORISED_AT * sigma);
    level = moments.mean;
    sigma = moderate(moments.variance / WINSORISED_VARIANCE, n, noise);
  }
  return { n, level, sigma };
}

export function toLogs(values: readonly number[], noise: MetricNoise): number[] {
  return values.map((value) => Math.log(value + noise.offset));
}

function moderate(variance: number, n: number, noise: MetricNoise): number {
  const moderated = (PRIOR_LOADS * noise.sigma ** 2 + (n - 1) * variance) / (PRIOR_LOADS + n - 1);
  return Math.sqrt(Math.max(variance, moderated));
}

/** Mean and variance of values no further than `limit` from `centre`; those that are stand at the limit. */
function winsorise(values: readonly number[], centre: number, limit: number) {
  const [low, high] = [centre - limit, centre + limit];
  let sum = 0;
  for (const value of values) sum += Math.min(high, Math.max(low, value));
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (Math.min(high, Math.max(low, value)) - mean) ** 2;
  return { mean, variance: squares / Math.max(1, values.length - 1) };
}
