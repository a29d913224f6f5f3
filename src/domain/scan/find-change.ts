import { type BaselineFit, fitLogs } from './fit-baseline.ts';
import type { MetricNoise } from './metric-noise.ts';
import type { Change, Series } from './series.ts';
import type { Direction } from './weigh-shift.ts';
import { errorOfShift } from './windows.ts';

/** A series with what is known of its scale, so that it is worked out once a load. */
export interface FittedSeries {
  readonly series: Series;
  readonly noise: MetricNoise;
  readonly fit: BaselineFit;
  /** The recent loads on the scale of the fit. */
  readonly logs: readonly number[];
}

/** The change that the newest `loads` of a series show. */
export function changeOf(fitted: FittedSeries, loads: number, direction: Direction): Change {
  const { build } = fitted.series.newest;
  return {
    loads,
    ...changedLevel(fitted, loads, direction),
    score: 0,
    ...(build !== undefined && { build }),
  };
}

/**
 * Where a walk back to the baseline starts: as close to it as the newest `loads` allow, by one standard error of their
 * shift, and with the scatter of both. A level believed as it was found is too far away half of the time, the more so as
 * a change is found where it looks largest, and then the next few loads that are fast by chance seem to be a fix. Never
 * closer than twice what matters, so that loads that are off by less speak for the baseline.
 */
export function changedLevel(
  { fit, logs, noise }: FittedSeries,
  loads: number,
  direction: Direction,
): Required<Pick<Change, 'level' | 'sigma'>> {
  const changed = fitLogs(logs.slice(-loads), noise);
  const sigma = poolSigma(fit, changed);
  const doubt = sigma * errorOfShift(fit.n, changed.n);
  const sign = direction === 'up' ? 1 : -1;
  const shift = Math.max(leastShift(noise), sign * (changed.level - fit.level) - doubt);
  return { level: fit.level + sign * shift, sigma };
}

function poolSigma(a: BaselineFit, b: BaselineFit): number {
  return Math.sqrt((a.n * a.sigma ** 2 + b.n * b.sigma ** 2) / (a.n + b.n));
}

/** A changed level is never taken to be closer to the baseline than twice what matters. */
export function leastShift(noise: MetricNoise): number {
  return 2 * noise.relative;
}
