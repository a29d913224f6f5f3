import { advanceNoisy } from './advance-noisy.ts';
import { advanceSteady } from './advance-steady.ts';
import { toLogs } from './fit-baseline.ts';
import { learn } from './learn.ts';
import type { MetricNoise } from './metric-noise.ts';
import { type Load, record, type Series } from './series.ts';
import { measureScale, type Scale } from './steady.ts';

export interface Terms {
  readonly noise: MetricNoise;
  /** A pinned baseline neither grows nor is learnt anew. */
  readonly pinned: boolean;
  /** That of the series' baseline, where the caller knows it already. */
  readonly scale?: Scale | undefined;
}

/**
 * One load more in the life of a metric: learning → ok → suspect → regressed → resolved, or improved. Pure.
 *
 * Musts: a regressed metric stays so until loads at the old level prove the fix, or somebody accepts; the baseline
 * takes up only quiet loads of its own build; by itself it moves down, never up.
 */
export function advance(series: Series, load: Load, { noise, pinned, scale }: Terms): Series {
  if (series.standing === 'learning') return learn(series, load, noise);
  const seen = record(series, load);
  const { fit, isSteady } = scale ?? measureScale(seen.baseline, noise);
  const fitted = { series: seen, noise, fit, logs: toLogs(seen.recent, noise) };
  return noise.confirmations && isSteady
    ? advanceSteady(fitted, noise.confirmations, pinned)
    : advanceNoisy(fitted, pinned);
}
