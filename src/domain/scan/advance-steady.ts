import { changeOf, type FittedSeries } from './find-change.ts';
import { growBaseline } from './grow-baseline.ts';
import type { MetricNoise } from './metric-noise.ts';
import { isNewBuild, keepRecent, type Series, withStanding } from './series.ts';
import { countShifted } from './steady.ts';

type Confirmations = NonNullable<MetricNoise['confirmations']>;

/**
 * What a load does to a metric that has been constant: a few loads in a row that agree on a material change are proof,
 * and as few that agree on none are proof that it is gone. A single odd load is waited out, unless it came with a new
 * build, which explains it.
 */
export function advanceSteady(fitted: FittedSeries, confirmations: Confirmations, pinned: boolean): Series {
  const { series, fit, logs, noise } = fitted;
  if (series.standing === 'regressed' && series.change) {
    const back = countBack(fitted);
    if (back >= requiredForFix(series, back, confirmations))
      return withStanding(keepRecent(series, back), 'resolved');
    const loads = Math.min(series.change.loads + 1, series.recent.length);
    return { ...series, change: { ...series.change, loads } };
  }
  const above = countShifted(fit, logs, { noise, direction: 'up' });
  if (above > 0) {
    const needs = requiredForChange(series, above, confirmations) - above;
    const change = changeOf(fitted, above, 'up');
    return needs <= 0
      ? withStanding(series, 'regressed', { change })
      : withStanding(series, 'suspect', { change, needs });
  }
  const below = countShifted(fit, logs, { noise, direction: 'down' });
  if (below > 0 && below >= requiredForChange(series, below, confirmations)) {
    return withStanding(series, 'improved', { change: changeOf(fitted, below, 'down') });
  }
  const quiet = withStanding(series, 'ok');
  return pinned || below > 0 ? quiet : growBaseline({ ...fitted, series: quiet });
}

/** The build explains a change only if every load of it shows the change. */
function requiredForChange(series: Series, shifted: number, confirmations: Confirmations): number {
  const cameWithBuild = isNewBuild(series) && shifted >= series.newest.loads;
  return cameWithBuild ? confirmations.newBuild : confirmations.sameBuild;
}

function requiredForFix({ newest, change }: Series, back: number, confirmations: Confirmations): number {
  const isOther = newest.build !== undefined && change?.build !== undefined && newest.build !== change.build;
  return isOther && back >= newest.loads ? confirmations.newBuild : confirmations.sameBuild;
}

/** Newest loads in a row that are no longer materially above the baseline. */
function countBack({ fit, logs, noise }: FittedSeries): number {
  const lastAbove = logs.findLastIndex((log) => countShifted(fit, [log], { noise, direction: 'up' }) > 0);
  return logs.length - 1 - lastAbove;
}
