import type { Comparison, MetricDiff } from './cause.ts';
import { diffMetric } from './causes/diff-metric.ts';
import { listChangedScripts } from './causes/changed-scripts.ts';
import { createPair, type Pair } from './causes/pair.ts';
import { summarizeComparison } from './causes/summarize-comparison.ts';
import { diffResources } from './match/diff-resources.ts';
import { METRIC_NAMES, type MetricName } from './metric.ts';
import type { Load } from './replay/load.ts';
import { prepareLoad } from './replay/prepare-load.ts';
import type { Snapshot } from './snapshot.ts';
import { isTooNoisyToTell } from './too-noisy.ts';
import type { MetricVerdicts, Verdict } from './verdict.ts';

/**
 * Why the current loads differ from the baseline's: for every metric that both sides measured, its delta divided among
 * named causes, and the table of resources. The loads are expected to be of one page and cohort, and judged already:
 * `verdicts` decide how sure a cause must be to be named. Either side may be empty; the summary then says so.
 */
export function explain(
  baseline: readonly Snapshot[],
  current: readonly Snapshot[],
  verdicts: MetricVerdicts,
): Comparison {
  const findPair = createPairs(baseline, current);
  const metrics: Partial<Record<MetricName, MetricDiff>> = {};
  for (const name of METRIC_NAMES) {
    const judged = verdicts[name] ?? { verdict: 'unchanged' };
    const diff = diffMetric({ name, baseline, current, verdict: judged.verdict, findPair });
    if (!diff) continue;
    const isTooNoisy = isTooNoisyToTell({ ...judged, delta: diff.delta }, diff.unit);
    metrics[name] = isTooNoisy ? { ...diff, isTooNoisy } : diff;
  }
  const resources = diffResources(baseline, current);
  const verdict = summarizeVerdicts(Object.values(metrics), baseline.length > 0 && current.length > 0);
  const summary = summarizeComparison({ baseline, current, verdict, metrics, resources });
  return { verdict, metrics, resources, summary };
}

function summarizeVerdicts(metrics: readonly MetricDiff[], comparable: boolean): Verdict {
  if (!comparable) return 'needs-more-loads';
  const order: readonly Verdict[] = ['regressed', 'improved', 'needs-more-loads'];
  return order.find((verdict) => metrics.some((metric) => metric.verdict === verdict)) ?? 'unchanged';
}

/** Prepares every load once and every pair of loads once, however many metrics ask for them. */
function createPairs(
  before: readonly Snapshot[],
  after: readonly Snapshot[],
): (baseline: Snapshot, current: Snapshot) => Pair {
  const loads = new Map<Snapshot, Load>();
  const pairs = new Map<Snapshot, Map<Snapshot, Pair>>();
  const load = (snapshot: Snapshot): Load => {
    const known = loads.get(snapshot) ?? prepareLoad(snapshot);
    loads.set(snapshot, known);
    return known;
  };
  let changedScripts: ReadonlySet<string> | undefined;
  return (baseline, current) => {
    changedScripts ??= listChangedScripts(before.map(load), after.map(load));
    const known = pairs.get(baseline) ?? new Map<Snapshot, Pair>();
    pairs.set(baseline, known);
    const pair = known.get(current) ?? createPair(load(baseline), load(current), { changedScripts });
    known.set(current, pair);
    return pair;
  };
}
