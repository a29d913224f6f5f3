import type { KnownGate } from '../replay/infer-gate.ts';
import { MILESTONES } from '../replay/load.ts';
import type { Milestone } from '../replay/milestones.ts';
import type { MetricName } from '../metric.ts';
import type { Pair } from './pair.ts';

/** Two pairs of five: by chance two of them do not find the same of a page's many resources. */
const AGREEING = { pairs: 2, share: 0.4 };

/**
 * What a milestone waits for is a fact of the page, though two loads may be too noisy to show it. Where enough of the
 * pairs show one and the same gate, the pairs that show none, and whose loads wait differently, are taken to have it too.
 */
export function agreeOnGate(pairs: readonly Pair[], name: MetricName): Pair[] {
  if (!MILESTONES.some((milestone) => milestone === name) || pairs.length < AGREEING.pairs) return [...pairs];
  const votes = new Map<string, { readonly gate: KnownGate; count: number }>();
  for (const pair of pairs) {
    const gate = gateOf(findMilestone(pair, name));
    if (!gate) continue;
    const key = `${gate.point} ${gate.url}`;
    const vote = votes.get(key) ?? { gate, count: 0 };
    vote.count++;
    votes.set(key, vote);
  }
  const [best] = [...votes.values()].sort((a, b) => b.count - a.count);
  if (!best || best.count < Math.max(AGREEING.pairs, AGREEING.share * pairs.length)) return [...pairs];
  return pairs.map((pair) => {
    const milestone = findMilestone(pair, name);
    return milestone && !gateOf(milestone) ? pair.withGates(new Map([[milestone.name, best.gate]])) : pair;
  });
}

function findMilestone(pair: Pair, name: MetricName): Milestone | undefined {
  return pair.model().milestones.find((milestone) => milestone.name === name);
}

function gateOf(milestone: Milestone | undefined): KnownGate | undefined {
  const { gate, isKnown } = milestone?.inferred ?? {};
  if (!gate || gate === 'domContentLoaded' || isKnown) return undefined;
  return { url: gate.node.latest.url, point: gate.point };
}
