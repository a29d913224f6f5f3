import { median } from '../statistics.ts';
import type { BaselineFit } from './fit-baseline.ts';
import type { MetricNoise } from './metric-noise.ts';
import type { Change, Series } from './series.ts';
import type { Direction, Question } from './weigh-shift.ts';

/** A series with what is known of its scale, so that it is worked out once a load. */
export interface FittedSeries {
  readonly series: Series;
  readonly noise: MetricNoise;
  readonly fit: BaselineFit;
  /** The recent loads on the scale of the fit. */
  readonly logs: readonly number[];
}

/** The change that the newest `loads` of a series show. */
export function changeOf(
  { series, fit, logs, noise }: FittedSeries,
  loads: number,
  direction: Direction,
): Change {
  const { build } = series.newest;
  const level = changedLevel(fit, logs.slice(-loads), { noise, direction });
  return { loads, level, score: 0, ...(build !== undefined && { build }) };
}

/** A changed level closer to the baseline than what matters could not be told from it on the way back. */
export function changedLevel(
  fit: BaselineFit,
  logs: readonly number[],
  { noise, direction }: Question,
): number {
  const level = median(logs);
  return direction === 'up'
    ? Math.max(level, fit.level + noise.relative)
    : Math.min(level, fit.level - noise.relative);
}
