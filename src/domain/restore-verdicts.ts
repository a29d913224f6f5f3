import type { CohortStanding, MetricStanding } from './baseline.ts';
import type { MetricName } from './metric.ts';
import { median } from './statistics.ts';
import type { MetricVerdict, MetricVerdicts } from './verdict.ts';

/**
 * The verdicts of a visit after an undo has brought an earlier baseline back: what is regressed again says so, with the
 * medians of that baseline and of the loads past the change. Everything else waits for the next load, which is judged
 * as usual. Undefined `standing` changes nothing.
 */
export function restoreVerdicts(
  metrics: MetricVerdicts,
  standing: CohortStanding | undefined,
): MetricVerdicts {
  const restored = Object.entries(standing?.metrics ?? {}).flatMap(
    ([name, metric]): [MetricName, MetricVerdict][] =>
      metric.standing === 'regressed' ? [[name as MetricName, describeRegression(metric)]] : [],
  );
  return { ...metrics, ...(Object.fromEntries(restored) as MetricVerdicts) };
}

function describeRegression({ baseline, recent, changed, minimumDetectable }: MetricStanding): MetricVerdict {
  const past = recent.slice(-(changed ?? recent.length));
  const from = { value: median(baseline), n: baseline.length };
  const to = { value: median(past), n: past.length };
  return {
    verdict: 'regressed',
    baseline: from,
    current: to,
    delta: to.value - from.value,
    ...(minimumDetectable !== undefined && { minimumDetectable }),
  };
}
