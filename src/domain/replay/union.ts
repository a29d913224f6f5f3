import type { Matching } from '../match/match.ts';
import type { Resource } from '../snapshot.ts';
import { type Load, type LoadNode, MILESTONES, milestoneOf } from './load.ts';
import { MAX_NODES, SAME_SIZE_BYTES, SAME_SIZE_SHARE } from './tuning.ts';
import { BASELINE, type Both, CURRENT, inBoth } from './world.ts';

/** A resource of either load, or of both. */
export interface UnionNode {
  readonly index: number;
  readonly loads: Both<LoadNode | undefined>;
  /** The node as the current load has it, else as the baseline has it. */
  readonly latest: LoadNode;
  /** Of the match, from 0 to 1; 1 for what is in one load only. */
  readonly confidence: number;
}

export interface Union {
  readonly loads: Both<Load>;
  /** The document first, then by start. */
  readonly nodes: readonly [document: UnionNode, ...resources: UnionNode[]];
  readonly nodeOf: ReadonlyMap<LoadNode, UnionNode>;
}

type Joined = Omit<UnionNode, 'index'>;

/**
 * Joins two loads into one list of nodes. What starts after the last milestone of its load cannot have held one up and
 * is left out; of more than MAX_NODES the ones kept are those that milestones wait for, then the changed, then the large.
 */
export function uniteLoads(loads: Both<Load>, matching: Matching): Union {
  const joined = selectNodes(joinNodes(loads, matching), loads);
  const [document, current] = [loads[BASELINE].nodes[0], loads[CURRENT].nodes[0]];
  const nodes: [UnionNode, ...UnionNode[]] = [
    { index: 0, loads: [document, current], latest: current, confidence: 1 },
  ];
  for (const node of joined.sort((a, b) => a.latest.start - b.latest.start))
    nodes.push({
      index: nodes.length,
      loads: node.loads,
      latest: node.latest,
      confidence: node.confidence,
    });
  const nodeOf = new Map<LoadNode, UnionNode>();
  for (const node of nodes) {
    const [before, after] = node.loads;
    if (before) nodeOf.set(before, node);
    if (after) nodeOf.set(after, node);
  }
  return { loads, nodes, nodeOf };
}

export function isInBoth(node: UnionNode): boolean {
  return node.loads[BASELINE] !== undefined && node.loads[CURRENT] !== undefined;
}

/** Is it the same file in both loads, so that nothing but circumstances may have changed? */
export function hasSameSize(before: LoadNode, after: LoadNode): boolean {
  const difference = Math.abs(before.bodySize - after.bodySize);
  return difference < SAME_SIZE_SHARE * before.bodySize + SAME_SIZE_BYTES;
}

function joinNodes(loads: Both<Load>, matching: Matching): Joined[] {
  const nodeOf = inBoth((world) => mapResources(loads[world]));
  const joined: Joined[] = [];
  for (const { baseline, current, confidence } of matching.matches) {
    const before = nodeOf[BASELINE].get(baseline);
    const after = nodeOf[CURRENT].get(current);
    const latest = after ?? before;
    if (latest) joined.push({ loads: [before, after], latest, confidence });
  }
  for (const resource of matching.removed) {
    const before = nodeOf[BASELINE].get(resource);
    if (before) joined.push({ loads: [before, undefined], latest: before, confidence: 1 });
  }
  for (const resource of matching.added) {
    const after = nodeOf[CURRENT].get(resource);
    if (after) joined.push({ loads: [undefined, after], latest: after, confidence: 1 });
  }
  return joined;
}

function mapResources({ nodes }: Load): Map<Resource, LoadNode> {
  const nodeOf = new Map<Resource, LoadNode>();
  for (const node of nodes) if (node.resource) nodeOf.set(node.resource, node);
  return nodeOf;
}

function selectNodes(joined: readonly Joined[], loads: Both<Load>): Joined[] {
  const last = inBoth((world) =>
    Math.max(0, ...MILESTONES.map((name) => milestoneOf(loads[world], name) ?? 0)),
  );
  const relevant = joined.filter(
    ({ loads: [before, after] }) =>
      (before?.start ?? Infinity) <= last[BASELINE] || (after?.start ?? Infinity) <= last[CURRENT],
  );
  if (relevant.length < MAX_NODES) return relevant;
  const scored = relevant.map((node) => ({ node, score: scoreNode(node, loads) }));
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_NODES - 1)
    .map(({ node }) => node);
}

/** How much a milestone may depend on a node: who blocks, who discovers others, who changed; then who is large. */
function scoreNode({ loads: [before, after], latest }: Joined, loads: Both<Load>): number {
  const blocking = before?.renderBlocking || after?.renderBlocking;
  const isLargestPaint =
    showsLargestPaint(before, loads[BASELINE]) || showsLargestPaint(after, loads[CURRENT]);
  const discovers = latest.type === 'script' || latest.type === 'stylesheet' || latest.type === 'fetch';
  const changed = !before || !after || !hasSameSize(before, after);
  const holdsLoad = isLate(before, loads[BASELINE]) || isLate(after, loads[CURRENT]);
  return (
    (blocking || isLargestPaint ? 1e12 : 0) +
    (discovers ? 1e11 : 0) +
    (changed ? 1e10 : 0) +
    (holdsLoad ? 1e9 : 0) +
    latest.bodySize
  );
}

function showsLargestPaint(node: LoadNode | undefined, { snapshot }: Load): boolean {
  return node !== undefined && node.url === snapshot.vitals.largestContentfulPaint?.url;
}

/** Ends in the last quarter before the load event, so that it may be what the event waited for. */
function isLate(node: LoadNode | undefined, load: Load): boolean {
  const loaded = milestoneOf(load, 'load');
  return node !== undefined && loaded !== undefined && node.end <= loaded + 5 && node.end > 0.75 * loaded;
}
