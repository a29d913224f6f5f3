import { median } from '../statistics.ts';
import type { FittedSeries } from './find-change.ts';
import { toLogs } from './fit-baseline.ts';
import { isNewBuild, keepRecent, type Series } from './series.ts';
import { isSteady } from './steady.ts';
import { MAX_BASELINE } from './thresholds.ts';

/** A load waits this many others before it may enter the baseline: by then a shift that began with it shows. */
const QUARANTINE = 6;

/**
 * Moves the oldest quiet load into a baseline that is not full. Only loads of the baseline's own build may enter, and
 * none while the newest six lie above the gate: a baseline that grew on suspicious loads would learn a regression a
 * little at a time. A constant baseline takes only what leaves it constant.
 */
export function growBaseline({ series, fit, logs, noise }: FittedSeries): Series {
  if (isNewBuild(series) || series.baseline.length >= MAX_BASELINE) return series;
  if (series.newest.loads <= QUARANTINE) return series;
  if (median(logs.slice(-QUARANTINE)) - fit.level >= noise.relative) return series;
  const { recent } = keepRecent(series, series.newest.loads);
  const grown = [...series.baseline, ...recent.slice(0, 1)];
  const shrunk = keepRecent(series, recent.length - 1);
  const wasSteady = isSteady(toLogs(series.baseline, noise), noise);
  return wasSteady && !isSteady(toLogs(grown, noise), noise) ? shrunk : { ...shrunk, baseline: grown };
}
