import { type DelayOwner, findDelayOwners, measureWork } from './delay-owners.ts';
import { alignGates, findLastGate, type Gate, joinGates, listGates, momentIn } from './gates.ts';
import { keepHiddenLag } from './keep-hidden-lag.ts';
import { inferGate, type InferredGate, type KnownGate } from './infer-gate.ts';
import { type Load, MILESTONES, type MilestoneName, milestoneOf } from './load.ts';
import { UNSTABLE_DELAY } from './tuning.ts';
import type { Union } from './union.ts';
import { BASELINE, type Both, CURRENT, inBoth, otherWorld } from './world.ts';

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
  const deciders = inBoth((world) => findLastGate(union, points[world], world));
  const last = inBoth((world) => {
    const decider = deciders[world];
    return decider ? momentIn(world, decider.node, decider.point) : -Infinity;
  });
  const isPaint = name === 'largestContentfulPaint';
  const gated = inBoth(
    (world) =>
      last[world] >= earlier[world] || (isPaint && isDecoded(observed[world], earlier[world], last[world])),
  );
  const { opened, followLag } = findDeciders(observed, { earlier, last, gated });
  const delays = inBoth((world) => observed[world] - opened[world]);
  // A lag behind the milestone before is a wait like any other, where it is longer: a resource may account for it.
  const waits = inBoth((world) =>
    Math.max(delays[world], observed[world] - Math.max(earlier[world], last[world])),
  );
  const idle = inBoth((world) => measureIdle(union.loads[world], observed[world], waits[world]));
  const unexplained = { name, observed, delays: waits, idle };
  const inferred =
    inferGate(union, unexplained, known) ??
    (followLag
      ? undefined
      : keepHiddenLag(
          union,
          inBoth((world) => (gated[world] ? deciders[world] : undefined)),
          unexplained,
        ));
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

/** What is decoded takes so long from its last byte to the screen. */
const DECODING = 50;

/**
 * Has the largest paint waited for its image, though that had arrived before the first paint? It had just arrived, and was
 * painted a frame or more after the first paint: what is ready in time is painted with it.
 */
function isDecoded(painted: number, first: number, arrived: number): boolean {
  return painted - first > UNSTABLE_DELAY && first - arrived < DECODING;
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
  { earlier, last, gated }: { earlier: Both<number>; last: Both<number>; gated: Both<boolean> },
): { readonly opened: Both<number>; readonly followLag: Both<number> | undefined } {
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
