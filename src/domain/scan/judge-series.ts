import type { Standing } from '../baseline.ts';
import { median } from '../statistics.ts';
import type { MetricVerdict, Verdict } from '../verdict.ts';
import { intervalOfDelta } from './interval-of-delta.ts';
import { countLoadsToLearn } from './learn.ts';
import type { MetricNoise } from './metric-noise.ts';
import { minimumDetectable, minimumMaterial } from './minimum-detectable.ts';
import { isNewBuild, type Series } from './series.ts';
import { measureScale, type Scale } from './steady.ts';
import { LONGEST_WINDOW, SHORTEST_WINDOW } from './windows.ts';

/** Loads that "now" means when nothing has changed. */
const RECENT_LOADS = 5;

const VERDICT_OF: Readonly<Record<Standing, Verdict>> = {
  learning: 'needs-more-loads',
  ok: 'unchanged',
  suspect: 'needs-more-loads',
  regressed: 'regressed',
  resolved: 'unchanged',
  improved: 'improved',
};

/** What to say of a metric after its newest load. Values are medians in the metric's unit. */
export function judgeSeries(series: Series, noise: MetricNoise, known?: Scale): MetricVerdict {
  if (series.recent.length === 0) return judgeLearning(series, noise);
  const scale = known ?? measureScale(series.baseline, noise);
  const baseline = { value: median(series.baseline), n: series.baseline.length };
  const loads = series.recent.slice(-countCurrentLoads(series));
  const current = { value: median(loads), n: loads.length };
  const needs = countNeeds(series, scale);
  const judged = {
    verdict: needs === undefined ? VERDICT_OF[series.standing] : 'needs-more-loads',
    baseline,
    current,
    delta: current.value - baseline.value,
    ...describeScatter(scale, noise, { from: baseline.value, to: current.value, n: current.n }),
  } as const;
  if (needs === undefined) return judged;
  return series.standing === 'suspect' ? { ...judged, needs, suspected: true } : { ...judged, needs };
}

/**
 * A load that went into the baseline is not judged: it stands against those before it, and nothing is said of the
 * difference. The first load that can be judged is the one after the last that is learnt.
 */
function judgeLearning({ baseline }: Series, noise: MetricNoise): MetricVerdict {
  const before = baseline.slice(0, -1);
  const value = Number(baseline.at(-1));
  const sofar = before.length > 0 && {
    baseline: { value: median(before), n: before.length },
    delta: value - median(before),
  };
  const needs = countLoadsToLearn(baseline, noise) + 1;
  return { verdict: 'needs-more-loads', needs, current: { value, n: 1 }, ...sofar };
}

/** Loads that show the present: since the change, since the build, or the newest few. */
function countCurrentLoads(series: Series): number {
  const { change, newest } = series;
  const loads = change?.loads ?? (isNewBuild(series) ? newest.loads : RECENT_LOADS);
  return Math.min(loads, LONGEST_WINDOW);
}

/** Loads still wanted: by a suspicion, or by a new build of which too few are known to be called unchanged. */
function countNeeds(series: Series, { isSteady }: Scale): number | undefined {
  if (series.standing === 'suspect') return series.needs;
  const isYoung = isNewBuild(series) && series.newest.loads < SHORTEST_WINDOW;
  const isCalm = series.standing === 'ok' || series.standing === 'resolved';
  return isYoung && isCalm && !isSteady ? SHORTEST_WINDOW - series.newest.loads : undefined;
}

/** The interval of the delta, and what could be seen at all. What is constant has no interval. */
function describeScatter(
  { fit, isSteady }: Scale,
  noise: MetricNoise,
  medians: { readonly from: number; readonly to: number; readonly n: number },
): Pick<MetricVerdict, 'interval' | 'minimumDetectable'> {
  if (isSteady) return { minimumDetectable: minimumMaterial(fit, noise) };
  return {
    interval: intervalOfDelta(fit, noise, medians),
    minimumDetectable: minimumDetectable(fit, noise),
  };
}
