import { nodeSwitch } from '../replay/switches.ts';
import { isInBoth } from '../replay/union.ts';
import type { Detection } from './detection.ts';
import { nodeIdentity, resourceFacts } from './node-facts.ts';

/**
 * Where a resource of both loads holds a paint in one of them only, that new role goes to the cause that made the
 * resource late; when it was not late, the role is a cause of its own. Runs after the causes of single resources.
 */
export function claimNewGates(detection: Detection): void {
  for (const { source } of detection.program.milestones) {
    const { inferred } = source;
    if (!inferred || inferred.gate === 'domContentLoaded' || !isInBoth(inferred.gate.node)) continue;
    const [before, after] = inferred.lag;
    if ((before === undefined) === (after === undefined)) continue;
    const node = detection.model.nodes[inferred.gate.node.index];
    if (!node) continue;
    const number = nodeSwitch(node.index, 'membership');
    const late = detection.players.find(({ nodes }) => nodes.length === 1 && nodes[0] === node);
    if (late) detection.give(late, [number]);
    else
      detection.claim({
        kind: 'render-blocking',
        identity: nodeIdentity(node),
        nodes: [node],
        switches: [number],
        facts: { ...resourceFacts(node), factor: after === undefined ? -1 : 1 },
      });
  }
}
