import type { ModelNode } from '../replay/model.ts';
import type { LoadNode } from '../replay/load.ts';
import type { Resource } from '../snapshot.ts';
import type { CauseFacts, Change } from './definition.ts';
import { identityOf } from './identity.ts';

/** A node with what it is in each load; only for nodes of both. */
export interface NodePair {
  readonly node: ModelNode;
  readonly before: LoadNode;
  readonly after: LoadNode;
}

export function listPairs(nodes: readonly ModelNode[]): NodePair[] {
  const pairs: NodePair[] = [];
  for (const node of nodes) {
    const [before, after] = node.loads;
    if (before && after) pairs.push({ node, before, after });
  }
  return pairs;
}

export function bodyChange({ before, after }: NodePair): Change {
  return { baseline: before.bodySize, current: after.bodySize };
}

/** The resource of a node, blocking only where it did hold the paint. */
export function resourceOf({ latest }: ModelNode): Resource | undefined {
  const { resource, renderBlocking } = latest;
  return resource?.renderBlocking && !renderBlocking ? { ...resource, renderBlocking } : resource;
}

/** The facts every cause of a single resource starts from. */
export function resourceFacts(node: ModelNode): CauseFacts {
  const { latest } = node;
  const resource = resourceOf(node);
  return {
    ...(resource && { resource }),
    count: 1,
    ...(latest.opaque && { opaque: true }),
  };
}

export function nodeIdentity({ latest }: ModelNode): string {
  return identityOf({ url: latest.url, type: latest.type });
}

/** One of the times of a node in both loads; undefined where it is not in both. */
export function timeChange(
  { times: [before, after] }: ModelNode,
  name: 'lag' | 'queue' | 'server' | 'work' | 'execution',
): Change | undefined {
  return before && after ? { baseline: before[name], current: after[name] } : undefined;
}
