import { type DelayOwner, findDelayOwners, measureWork } from './delay-owners.ts';
import { type Decision, decideMilestone } from './decide-milestone.ts';
import { alignGates, type Gate, joinGates, listGates } from './gates.ts';
import { keepHiddenLag } from './keep-hidden-lag.ts';
import { inferGate, type InferredGate, type KnownGate } from './infer-gate.ts';
import { type Load, MILESTONES, type MilestoneName, milestoneOf } from './load.ts';
import type { Union } from './union.ts';
import { type Both, inBoth } from './world.ts';

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
  const decision = decideMilestone(union, { name, observed, follows }, points);
  const inferred = inferHeld(union, { name, observed, known }, decision);
  const delays = inBoth((world) =>
    Math.min(observed[world] - decision.opened[world], inferred?.ownDelay[world] ?? Infinity),
  );
  return {
    name,
    observed,
    gates: joinGates(union, points),
    follows,
    followLag: inferred ? undefined : decision.followLag,
    delays: findDelayOwners(union, observed, delays),
    inferred,
  };
}

/** A gate that only the two loads together show; else a known one that has a lag of its own. */
function inferHeld(
  union: Union,
  { name, observed, known }: Reached,
  { waits, followLag, deciders }: Decision,
): InferredGate | undefined {
  const idle = inBoth((world) => measureIdle(union.loads[world], observed[world], waits[world]));
  const unexplained = { name, observed, delays: waits, idle };
  const inferred = inferGate(union, unexplained, known);
  return inferred ?? (followLag ? undefined : keepHiddenLag(union, deciders, unexplained));
}

/** The part of the wait before a moment in which no work is seen on the main thread. */
function measureIdle(load: Load, reached: number, wait: number): number {
  return wait - measureWork(load, reached - wait, reached);
}

function findPredecessor(union: Union, name: MilestoneName): MilestoneName | undefined {
  const follows = FOLLOWS[name];
  return follows && union.loads.every((load) => milestoneOf(load, follows) !== undefined)
    ? follows
    : undefined;
}
