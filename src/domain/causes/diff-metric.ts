import type { MetricDiff } from '../cause.ts';
import { METRICS, type MetricName } from '../metric.ts';
import type { Snapshot } from '../snapshot.ts';
import { median } from '../statistics.ts';
import type { Verdict } from '../verdict.ts';
import { agreeOnGate } from './agree-on-gate.ts';
import { attributeMetric } from './attribute-metric.ts';
import { combineAttributions, standardErrorOf, type WeighedAttribution } from './combine.ts';
import { describeCause } from './describe-cause.ts';
import { selectNamed } from './naming-gate.ts';
import { pairLoads } from './pair-loads.ts';
import type { Pair } from './pair.ts';
import { roundValue } from './round-value.ts';

/** From three loads on each side their scatter can be told from a difference. */
const FEWEST_REPLICATES = 3;

export interface MetricQuestion {
  readonly name: MetricName;
  readonly baseline: readonly Snapshot[];
  readonly current: readonly Snapshot[];
  readonly verdict: Verdict;
  /** Pairs are shared between metrics: what one has worked out the next need not. */
  readonly findPair: (baseline: Snapshot, current: Snapshot) => Pair;
}

/**
 * The change of one metric between the medians of two sets of loads, divided among its causes. Undefined when a side
 * has not measured it. What has no cause that is large and sure enough is unexplained; after rounding, contributions
 * and unexplained still add up to the delta.
 */
export function diffMetric(question: MetricQuestion): MetricDiff | undefined {
  const { name, baseline, current, verdict } = question;
  const { unit } = METRICS[name];
  const before = listValues(baseline, name);
  const after = listValues(current, name);
  if (before.length === 0 || after.length === 0) return undefined;
  const delta = roundValue(median(after) - median(before), unit);
  const combined = combineAttributions(attributePairs(question));
  const replicated = Math.min(before.length, after.length) >= FEWEST_REPLICATES;
  const scatter = replicated ? Math.hypot(standardErrorOf(before), standardErrorOf(after)) : 0;
  const context = { name, verdict, delta, baseline: median(before), replicated, scatter };
  const causes = selectNamed(combined, context).map((cause) => describeCause(cause, context));
  const explained = causes.reduce((sum, { contribution }) => sum + contribution, 0);
  return {
    verdict,
    unit,
    delta,
    baseline: { median: roundValue(median(before), unit), n: before.length },
    current: { median: roundValue(median(after), unit), n: after.length },
    causes,
    unexplained: roundValue(delta - explained, unit),
  };
}

function attributePairs({ name, baseline, current, findPair }: MetricQuestion): WeighedAttribution[] {
  const ranked = pairLoads(baseline, current, name);
  const pairs = agreeOnGate(
    ranked.map((pair) => findPair(pair.baseline, pair.current)),
    name,
  );
  return pairs.flatMap((pair, i) => {
    const attribution = attributeMetric(pair, name);
    return attribution ? [{ attribution, central: ranked[i]?.central ?? false }] : [];
  });
}

function listValues(loads: readonly Snapshot[], name: MetricName): number[] {
  return loads.map(({ metrics }) => metrics[name]).filter((value) => value !== undefined);
}
