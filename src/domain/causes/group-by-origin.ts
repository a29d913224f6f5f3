import type { ModelNode } from '../replay/model.ts';
import type { World } from '../replay/world.ts';

/** A resource of this size or smaller may be one of a swarm. */
const SMALL = 30_000;

/** Five like siblings that came together have one reason; fewer are told one by one. */
const SWARM = 5;

/**
 * Groups candidates by the first ancestor that is a candidate itself, which comes first in its group. Five or more small
 * resources of one type and directory that hang on no other are one group as well.
 */
export function groupByOrigin(
  nodes: readonly ModelNode[],
  candidates: ReadonlySet<ModelNode>,
  world: World,
): ModelNode[][] {
  const roots = new Map<ModelNode, ModelNode>();
  for (const node of candidates) {
    const parent = node.parents[world]
      .map(({ from }) => nodes[from.index])
      .find((from) => from && candidates.has(from) && from !== node);
    roots.set(node, parent ?? node);
  }
  const groups = new Map<ModelNode, ModelNode[]>();
  for (const node of candidates) {
    const root = findRoot(roots, node);
    groups.set(root, [...(groups.get(root) ?? (root === node ? [] : [root])), node]);
  }
  return joinSwarms([...groups.values()].map((group) => [...new Set(group)]));
}

function findRoot(parents: ReadonlyMap<ModelNode, ModelNode>, node: ModelNode): ModelNode {
  let root = node;
  for (let steps = 0; steps < parents.size; steps++) {
    const parent = parents.get(root) ?? root;
    if (parent === root) break;
    root = parent;
  }
  return root;
}

function joinSwarms(groups: ModelNode[][]): ModelNode[][] {
  const swarms = new Map<string, ModelNode[]>();
  for (const [only, second] of groups) {
    if (!only || second || only.latest.bodySize > SMALL || only.latest.renderBlocking) continue;
    const directory = only.latest.url.slice(0, only.latest.url.lastIndexOf('/'));
    const key = `${only.latest.type} ${directory}`;
    swarms.set(key, [...(swarms.get(key) ?? []), only]);
  }
  const joined = [...swarms.values()].filter((swarm) => swarm.length >= SWARM);
  const members = new Set(joined.flat());
  return [...groups.filter(([first]) => first && !members.has(first)), ...joined];
}
