import type { CauseKind } from '../cause.ts';
import type { Milestone } from '../replay/milestones.ts';
import type { ModelNode } from '../replay/model.ts';
import { allNodeSwitches, nodeSwitch, type Switch } from '../replay/switches.ts';
import type { World } from '../replay/world.ts';
import { delaysOfNode, type Detection, executionsDelayedBy, listDelays } from './detection.ts';
import { groupByOrigin } from './group-by-origin.ts';
import { nodeIdentity, resourceOf } from './node-facts.ts';

/** A delay after an inferred gate that differs by more than this belongs to whoever brought the gate. */
const GATE_DELAY = 25;

/**
 * Claims what is in one of the loads only. A resource that another such resource asked for belongs to that one (a tag
 * and its scripts); five small ones of one type and directory belong together. With a resource goes everything it
 * did: its phases, its delays, the later discovery of what now hangs on it, the later execution of what imports it.
 */
export function claimOneSided(detection: Detection, kind: CauseKind, world: World): void {
  const { model } = detection;
  const isCandidate = ({ index, times }: ModelNode): boolean =>
    times[world] !== undefined &&
    times[world === 0 ? 1 : 0] === undefined &&
    detection.isFree(nodeSwitch(index, 'presence'));
  const candidates = new Set(model.nodes.filter(isCandidate));
  for (const group of groupByOrigin(model.nodes, candidates, world)) {
    const [root] = group;
    if (!root) continue;
    const resource = resourceOf(root);
    detection.claim({
      kind,
      identity: nodeIdentity(root),
      nodes: group,
      switches: listSwitches(detection, group),
      facts: {
        ...(resource && { resource }),
        count: group.length,
        size: sizesOf(group, world),
        ...(root.latest.opaque && { opaque: true }),
      },
    });
  }
}

function listSwitches(detection: Detection, group: readonly ModelNode[]): Switch[] {
  const indexes = new Set(group.map(({ index }) => index));
  const moved = detection.model.nodes.filter(
    ({ loads: [before, after], parents }) =>
      before && after && parents.some((list) => list.some(({ from }) => indexes.has(from.index))),
  );
  const waiting = detection.model.nodes.filter(
    ({ index, times: [before, after], runsAfter }) =>
      index > 0 &&
      before &&
      after &&
      runsAfter.some((list) => list.some(({ from }) => indexes.has(from.index))),
  );
  const gated = detection.program.milestones.flatMap(({ source }) =>
    isHeldBy(source, indexes) ? [source] : [],
  );
  const delays = listDelays(
    detection,
    (delay) =>
      delay.owner.kind === 'other' &&
      Math.abs(delay.time[1] - delay.time[0]) > GATE_DELAY &&
      gated.some(({ delays }) => delays.includes(delay)),
  );
  return [
    ...group.flatMap(({ index }) => [
      ...allNodeSwitches(index),
      ...delaysOfNode(detection, index).map((delay) => delay.switch),
    ]),
    ...moved.map(({ index }) => nodeSwitch(index, 'discovery')),
    ...waiting.map(({ index }) => nodeSwitch(index, 'execution')),
    ...delays.map((delay) => delay.switch),
    ...executionsDelayedBy(detection, (owner) => owner.kind === 'node' && indexes.has(owner.node.index)),
    ...parserSwitches(detection, indexes),
  ];
}

function isHeldBy({ inferred }: Milestone, indexes: ReadonlySet<number>): boolean {
  return (
    inferred !== undefined && inferred.gate !== 'domContentLoaded' && indexes.has(inferred.gate.node.index)
  );
}

/** The end of parsing depends on the blocking scripts there are: who adds or removes one changes that, too. */
function parserSwitches({ model }: Detection, indexes: ReadonlySet<number>): Switch[] {
  const [document] = model.nodes;
  const before = new Set(document?.runsAfter[0].map(({ from }) => from.index));
  const after = new Set(document?.runsAfter[1].map(({ from }) => from.index));
  const changes = [...indexes].some((index) => before.has(index) !== after.has(index));
  return changes ? [nodeSwitch(0, 'execution')] : [];
}

function sizesOf(group: readonly ModelNode[], world: World) {
  const size = group.reduce((sum, { latest }) => sum + latest.transferSize, 0);
  return world === 0 ? { baseline: size, current: 0 } : { baseline: 0, current: size };
}
