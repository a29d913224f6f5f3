import type { CauseKind } from '../cause.ts';
import { type Facet, nodeSwitch } from '../replay/switches.ts';
import type { Detection } from './detection.ts';
import { type NodePair } from './node-facts.ts';

export interface GroupedChange {
  readonly kind: CauseKind;
  readonly facets: readonly Facet[];
  readonly applies: (pair: NodePair) => boolean;
}

/**
 * Claims one change that many resources share (caches emptied, compression switched off) as one cause, named after
 * the resource that costs most.
 */
export function claimGroup(detection: Detection, { kind, facets, applies }: GroupedChange): void {
  const pairs = detection.pairs.filter(applies);
  const [costliest] = pairs.toSorted((a, b) => costOf(b) - costOf(a));
  if (!costliest) return;
  detection.claim({
    kind,
    nodes: pairs.map(({ node }) => node),
    switches: pairs.flatMap(({ node }) => facets.map((facet) => nodeSwitch(node.index, facet))),
    facts: {
      ...(costliest.node.latest.resource && { resource: costliest.node.latest.resource }),
      count: pairs.length,
      size: {
        baseline: sum(pairs, ({ before }) => before.transferSize),
        current: sum(pairs, ({ after }) => after.transferSize),
      },
    },
  });
}

function costOf({ node: { times } }: NodePair): number {
  return Math.max(...times.map((time) => (time ? time.work + time.server : 0)));
}

function sum(pairs: readonly NodePair[], valueOf: (pair: NodePair) => number): number {
  return pairs.reduce((total, pair) => total + valueOf(pair), 0);
}
