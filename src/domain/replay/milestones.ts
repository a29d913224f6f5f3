import { isDeferred } from './scheduling.ts';
import { type DelayOwner, findDelayOwners, measureWork } from './delay-owners.ts';
import { inferGate, type InferredGate, type KnownGate } from './infer-gate.ts';
import {
  blocksParser,
  type Load,
  type LoadNode,
  MILESTONES,
  type MilestoneName,
  milestoneOf,
  momentOf,
  type Point,
} from './load.ts';
import { CENSORED_EXECUTION, MILESTONE_SLACK } from './tuning.ts';
import type { Union, UnionNode } from './union.ts';
import { BASELINE, type Both, CURRENT, inBoth, otherWorld, type World, WORLDS } from './world.ts';

/** One of the moments a milestone waits for. */
export interface Gate {
  readonly node: UnionNode;
  readonly points: Both<Point>;
  /** The loads in which it counts. */
  readonly member: Both<boolean>;
}

/** A part of the time between the last gate and the milestone. */
export interface Delay {
  readonly owner: DelayOwner;
  readonly time: Both<number>;
}

/** A milestone comes when its last gate has opened, and the delays are over. */
export interface Milestone {
  readonly name: MilestoneName;
  readonly observed: Both<number>;
  readonly gates: readonly Gate[];
  /** The milestone it is never before, where both loads reached that one. */
  readonly follows: MilestoneName | undefined;
  /**
   * From the milestone it follows to this one in ms, where that one decides in one load and a gate in the other: the
   * delays then count from the gates alone. Undefined where the same decides in both, or an inferred gate does.
   */
  readonly followLag: Both<number> | undefined;
  readonly delays: readonly Delay[];
  /** A gate that only the comparison of the two loads shows. */
  readonly inferred: InferredGate | undefined;
}

/** The largest paint never comes before the first, nor the load event before DOMContentLoaded. */
const FOLLOWS: { readonly [Name in MilestoneName]?: MilestoneName } = {
  largestContentfulPaint: 'firstContentfulPaint',
  load: 'domContentLoaded',
};

/** By node index: the moment of it that a milestone waits for in one load, undefined where it does not. */
type Points = (Point | undefined)[];

/** Gates that other loads of the page show. */
export type KnownGates = ReadonlyMap<MilestoneName, KnownGate>;

const NO_GATES: KnownGates = new Map();

/**
 * What each milestone waits for. First paint: the document's first bytes and everything render-blocking. Largest paint:
 * the first one and its own resource. DOM interactive: the parser. DOMContentLoaded: the parser and deferred scripts.
 * Load: everything but fetches. Where the time after the last gate is unstable between the loads or long, a gate is
 * inferred. Milestones that either load did not reach are left out.
 */
export function findMilestones(union: Union, known: KnownGates = NO_GATES): Milestone[] {
  return MILESTONES.flatMap((name) => {
    const before = milestoneOf(union.loads[0], name);
    const after = milestoneOf(union.loads[1], name);
    if (before === undefined || after === undefined) return [];
    return [findMilestone(union, { name, observed: [before, after], known: known.get(name) })];
  });
}

interface Reached {
  readonly name: MilestoneName;
  readonly observed: Both<number>;
  readonly known: KnownGate | undefined;
}

function findMilestone(union: Union, { name, observed, known }: Reached): Milestone {
  const points = inBoth((world) => listGates(union, name, world));
  alignGates(union, points, { name, observed });
  const follows = findPredecessor(union, name);
  const earlier = inBoth((world) => (follows ? (milestoneOf(union.loads[world], follows) ?? 0) : 0));
  const last = inBoth((world) => latestGate(union, points[world], world));
  const { opened, followLag } = findDeciders(observed, earlier, last);
  const delays = inBoth((world) => observed[world] - opened[world]);
  // A lag behind the milestone before is a wait like any other, where it is longer: a resource may account for it.
  const waits = inBoth((world) =>
    Math.max(delays[world], observed[world] - Math.max(earlier[world], last[world])),
  );
  const idle = inBoth((world) => measureIdle(union.loads[world], observed[world], waits[world]));
  const inferred = inferGate(union, { name, observed, delays: waits, idle }, known);
  const own = inferred
    ? inBoth((world) => Math.min(delays[world], inferred.ownDelay[world] ?? Infinity))
    : delays;
  return {
    name,
    observed,
    gates: joinGates(union, points),
    follows,
    followLag: inferred ? undefined : followLag,
    delays: findDelayOwners(union, observed, own),
    inferred,
  };
}

/** The part of the wait before a moment in which no work is seen on the main thread. */
function measureIdle(load: Load, reached: number, wait: number): number {
  return wait - measureWork(load, reached - wait, reached);
}

/**
 * The moment from which the delay of each load counts: its last gate, or the milestone before it when that is later.
 * Where the two loads differ in which of them decides, adding a delay that follows a gate to the other would count it
 * for a load in which it had passed long before. Each then keeps a lag of its own; the one that did not decide is hidden
 * behind the other, so it is taken from the load that shows it, as far as the measurement leaves room.
 */
function findDeciders(
  observed: Both<number>,
  earlier: Both<number>,
  last: Both<number>,
): { readonly opened: Both<number>; readonly followLag: Both<number> | undefined } {
  const gated = inBoth((world) => last[world] >= earlier[world]);
  if (gated[BASELINE] === gated[CURRENT]) {
    return { opened: inBoth((world) => Math.max(earlier[world], last[world])), followLag: undefined };
  }
  const shown = gated[BASELINE] ? BASELINE : CURRENT;
  const hidden = otherWorld(shown);
  const delay = observed[shown] - last[shown];
  const lag = observed[hidden] - earlier[hidden];
  return {
    opened: inBoth((world) =>
      world === shown ? last[world] : Math.max(last[world], observed[world] - delay),
    ),
    followLag: inBoth((world) => (world === hidden ? lag : Math.min(lag, observed[world] - earlier[world]))),
  };
}

function findPredecessor(union: Union, name: MilestoneName): MilestoneName | undefined {
  const follows = FOLLOWS[name];
  return follows && union.loads.every((load) => milestoneOf(load, follows) !== undefined)
    ? follows
    : undefined;
}

function listGates(union: Union, name: MilestoneName, world: World): Points {
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
function alignGates(
  { nodes }: Union,
  points: Both<Points>,
  { name, observed }: Pick<Reached, 'name' | 'observed'>,
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

function latestGate({ nodes }: Union, points: Points, world: World): number {
  let latest = -Infinity;
  for (const node of nodes) {
    const point = points[node.index];
    if (point) latest = Math.max(latest, momentIn(world, node, point));
  }
  return latest;
}

function joinGates({ nodes }: Union, [before, after]: Both<Points>): Gate[] {
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
