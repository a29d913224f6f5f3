import {
  blocksParser,
  type Load,
  type LoadNode,
  type MilestoneName,
  milestoneOf,
  momentOf,
  type Point,
} from './load.ts';
import { isDeferred } from './scheduling.ts';
import { CENSORED_EXECUTION, MILESTONE_SLACK } from './tuning.ts';
import type { Union, UnionNode } from './union.ts';
import { BASELINE, type Both, CURRENT, type World } from './world.ts';

/** One of the moments a milestone waits for. */
export interface Gate {
  readonly node: UnionNode;
  readonly points: Both<Point>;
  /** The loads in which it counts. */
  readonly member: Both<boolean>;
}

/** The gate that opened last in one load. */
export interface Decider {
  readonly node: UnionNode;
  readonly point: Point;
  readonly moment: number;
}

/** By node index: the moment of it that a milestone waits for in one load, undefined where it does not. */
export type Points = (Point | undefined)[];

export function listGates(union: Union, name: MilestoneName, world: World): Points {
  const [document, ...resources] = union.nodes;
  const load = union.loads[world];
  const reached = milestoneOf(load, name) ?? 0;
  const gates: Points = union.nodes.map(() => undefined);
  if (name !== 'largestContentfulPaint')
    gates[document.index] = name === 'firstContentfulPaint' ? 'response' : 'executed';
  const waiting = { name, load, reached };
  for (const node of resources) {
    const loaded = node.loads[world];
    const point = loaded && gatePoint(loaded, waiting);
    gates[node.index] = point;
    if (point && name === 'largestContentfulPaint') break;
  }
  return gates;
}

interface Waiting {
  readonly name: MilestoneName;
  readonly load: Load;
  readonly reached: number;
}

/** Which moment of a resource the milestone waits for; undefined when it does not wait for it. */
function gatePoint(loaded: LoadNode, { name, load, reached }: Waiting): Point | undefined {
  if (loaded.end > reached + MILESTONE_SLACK) return undefined;
  const executed =
    loaded.type === 'script' && loaded.executed <= reached + MILESTONE_SLACK ? 'executed' : 'end';
  switch (name) {
    case 'firstContentfulPaint':
      return loaded.renderBlocking ? executed : undefined;
    case 'largestContentfulPaint':
      return loaded.url === load.snapshot.vitals.largestContentfulPaint?.url ? 'end' : undefined;
    case 'domInteractive':
      return undefined;
    case 'domContentLoaded':
      return blocksParser(loaded) || isDeferred(loaded, load) ? 'executed' : undefined;
    case 'load':
      return loaded.type === 'fetch' ? undefined : executed;
  }
}

/**
 * Musts: a resource of both loads waits, or not, in both, and at the same point: else switching it over would change
 * the milestone by its membership and hide its effect. Excepted are a flag that did change, and the largest paint,
 * whose element is a switch of its own.
 */
export function alignGates(
  { nodes }: Union,
  points: Both<Points>,
  { name, observed }: { readonly name: MilestoneName; readonly observed: Both<number> },
): void {
  if (name === 'largestContentfulPaint') return;
  for (const node of nodes) {
    const [before, after] = node.loads;
    const [pointBefore, pointAfter] = [points[BASELINE][node.index], points[CURRENT][node.index]];
    if (!before || !after || pointBefore === pointAfter) continue;
    if (pointBefore && pointAfter) {
      points[BASELINE][node.index] = 'executed';
      points[CURRENT][node.index] = 'executed';
      continue;
    }
    const elsewhere = pointBefore ? CURRENT : BASELINE;
    const becameBlocking = name === 'firstContentfulPaint' && before.renderBlocking !== after.renderBlocking;
    const late = momentIn(elsewhere, node, 'end') > observed[elsewhere] + CENSORED_EXECUTION;
    if (!becameBlocking && !late) points[elsewhere][node.index] = pointBefore ?? pointAfter;
  }
}

export function findLastGate({ nodes }: Union, points: Points, world: World): Decider | undefined {
  let last: Decider | undefined;
  for (const node of nodes) {
    const point = points[node.index];
    if (!point) continue;
    const moment = momentIn(world, node, point);
    if (!last || moment > last.moment) last = { node, point, moment };
  }
  return last;
}

export function joinGates({ nodes }: Union, [before, after]: Both<Points>): Gate[] {
  const gates: Gate[] = [];
  for (const node of nodes) {
    const [pointBefore, pointAfter] = [before[node.index], after[node.index]];
    const point = pointBefore ?? pointAfter;
    if (!point) continue;
    gates.push({
      node,
      points: [pointBefore ?? point, pointAfter ?? point],
      member: [pointBefore !== undefined, pointAfter !== undefined],
    });
  }
  return gates;
}

function momentIn(world: World, node: UnionNode, point: Point): number {
  const loaded = node.loads[world];
  return loaded ? momentOf(loaded, point) : 0;
}
