import { type Dependency, latestMoment } from './dependency.ts';
import { inferParent, listParentCandidates } from './infer-parent.ts';
import { type Load, type LoadNode, momentOf } from './load.ts';
import { CLOCK_SLACK } from './tuning.ts';
import type { Union, UnionNode } from './union.ts';
import { type Both, inBoth, type World, WORLDS } from './world.ts';

/** How a node was discovered in one load: after the last of its parents, `lag` ms later. */
export interface Discovery {
  readonly parents: readonly Dependency[];
  readonly lag: number;
}

export interface Discoveries {
  /** By node index; undefined where the node is not in that load. The document has no parents. */
  readonly of: Both<readonly (Discovery | undefined)[]>;
  /** How well the initiators are known, from 0 to 1, by node index. */
  readonly provenance: Float64Array;
}

/** An initiator the browser named; one that follows from Resource Timing alone; one inferred from two loads. */
const NAMED = 1;
const STRUCTURAL = 0.7;
const INFERRED = 0.6;

/**
 * Finds what caused each request. First choice is the initiator in DevTools' network log, then the structure that
 * Resource Timing shows (fonts and images of style sheets hang on the last style sheet), then the document. Where the
 * gap to that initiator is unstable between the loads or long, the candidate whose gap is stablest is added: the
 * difference of the two loads is the perturbation that shows what depends on what.
 */
export function findDiscoveries(union: Union): Discoveries {
  const provenance = new Float64Array(union.nodes.length).fill(NAMED);
  const known = inBoth((world) =>
    union.nodes.map((node) => {
      const named = findNamedParents(union, node, world);
      if (!named && node.index > 0 && node.loads[world]) provenance[node.index] = STRUCTURAL;
      return named ?? findStructuralParents(union, node, world);
    }),
  );
  const candidates = listParentCandidates(union);
  for (const node of union.nodes.slice(1)) {
    const lags = inBoth((world) => lagAfter(node, known[world][node.index] ?? [], world));
    const inferred = inferParent(candidates, node, lags);
    if (!inferred) continue;
    for (const world of WORLDS) {
      if (inferred.worlds[world]) known[world][node.index]?.push(inferred.dependency);
    }
    provenance[node.index] = Math.min(provenance[node.index] ?? 0, INFERRED);
  }
  const of = inBoth((world) =>
    union.nodes.map((node) => settle(union, node, known[world][node.index] ?? [], world)),
  );
  return { of, provenance };
}

function findNamedParents(union: Union, node: UnionNode, world: World): Dependency[] | undefined {
  const loaded = node.loads[world];
  const log = loaded?.resource?.networkLog;
  if (!loaded || !log?.initiatorType) return undefined;
  const urls = log.initiatorType === 'script' ? [...new Set(log.initiatorStack)] : [];
  const scripts = urls.flatMap((url) => findByUrl(union, url, loaded, world));
  if (scripts.length > 0) return scripts;
  const initiator = log.initiatorUrl ? findByUrl(union, log.initiatorUrl, loaded, world) : [];
  return initiator.length > 0 ? initiator : [documentOf(union)];
}

function findByUrl(union: Union, url: string, child: LoadNode, world: World): Dependency[] {
  const [parent] = union.loads[world].byUrl.get(url) ?? [];
  const from =
    parent && parent !== child && parent.end <= child.start + CLOCK_SLACK && union.nodeOf.get(parent);
  return from && from.index > 0 ? [{ from, point: 'end' }] : [];
}

function findStructuralParents(union: Union, node: UnionNode, world: World): Dependency[] {
  const loaded = node.loads[world];
  const styled = loaded?.resource?.initiatorType === 'css' || loaded?.type === 'font';
  const sheet = loaded && styled ? findLastStylesheet(union.loads[world], loaded) : undefined;
  const from = sheet && union.nodeOf.get(sheet);
  return [from ? { from, point: 'end' } : documentOf(union)];
}

function findLastStylesheet({ nodes }: Load, child: LoadNode): LoadNode | undefined {
  let last: LoadNode | undefined;
  for (const node of nodes) {
    if (node.type !== 'stylesheet' || node === child || node.end > child.start + 5) continue;
    if (!last || node.end > last.end) last = node;
  }
  return last;
}

function lagAfter(node: UnionNode, parents: readonly Dependency[], world: World): number | undefined {
  const loaded = node.loads[world];
  if (!loaded) return undefined;
  return loaded.start - latestMoment(parents, world);
}

/** Keeps the parents that can have been first, so that no cycle and no negative wait is left; else the document. */
function settle(
  union: Union,
  node: UnionNode,
  parents: readonly Dependency[],
  world: World,
): Discovery | undefined {
  const loaded = node.loads[world];
  if (!loaded || node.index === 0) return undefined;
  const possible = parents.filter(({ from, point }) => {
    const parent = from.loads[world];
    if (from.index === 0) return true;
    return parent && comesBefore(parent, loaded) && momentOf(parent, point) <= loaded.start + CLOCK_SLACK;
  });
  const kept = possible.length > 0 ? possible : [documentOf(union)];
  return { parents: kept, lag: loaded.start - latestMoment(kept, world) };
}

function comesBefore(parent: LoadNode, child: LoadNode): boolean {
  return parent.start < child.start || (parent.start === child.start && parent.end < child.end);
}

function documentOf(union: Union): Dependency {
  return { from: union.nodes[0], point: 'response' };
}
