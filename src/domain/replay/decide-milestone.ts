import { type Decider, findLastGate, type Points } from './gates.ts';
import { type MilestoneName, milestoneOf } from './load.ts';
import { UNSTABLE_DELAY } from './tuning.ts';
import type { Union } from './union.ts';
import { BASELINE, type Both, CURRENT, inBoth, otherWorld } from './world.ts';

/** What a milestone came after in each load. */
export interface Decision {
  /** The gate that opened last; undefined where the milestone before came later than it, or there is none. */
  readonly deciders: Both<Decider | undefined>;
  /** The moment from which its delay counts. */
  readonly opened: Both<number>;
  /** From the last gate, or the milestone before, to this one: what may need an explanation. */
  readonly waits: Both<number>;
  /** As `Milestone` has it. */
  readonly followLag: Both<number> | undefined;
}

interface Following {
  readonly name: MilestoneName;
  readonly observed: Both<number>;
  readonly follows: MilestoneName | undefined;
}

export function decideMilestone(
  union: Union,
  { name, observed, follows }: Following,
  points: Both<Points>,
): Decision {
  const earlier = inBoth((world) => (follows ? (milestoneOf(union.loads[world], follows) ?? 0) : 0));
  const gates = inBoth((world) => findLastGate(union, points[world], world));
  const last = inBoth((world) => gates[world]?.moment ?? -Infinity);
  const isPaint = name === 'largestContentfulPaint';
  const gated = inBoth(
    (world) =>
      last[world] >= earlier[world] || (isPaint && isDecoded(observed[world], earlier[world], last[world])),
  );
  const { opened, followLag } = findOpened(observed, { earlier, last, gated });
  return {
    deciders: inBoth((world) => (gated[world] ? gates[world] : undefined)),
    opened,
    // A lag behind the milestone before is a wait like any other, where it is longer: a resource may account for it.
    waits: inBoth(
      (world) => observed[world] - Math.min(opened[world], Math.max(earlier[world], last[world])),
    ),
    followLag,
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

/**
 * The moment from which the delay of each load counts: its last gate, or the milestone before it when that is later.
 * Where the two loads differ in which of them decides, adding a delay that follows a gate to the other would count it
 * for a load in which it had passed long before. Each then keeps a lag of its own; the one that did not decide is hidden
 * behind the other, so it is taken from the load that shows it, as far as the measurement leaves room.
 */
function findOpened(
  observed: Both<number>,
  { earlier, last, gated }: { earlier: Both<number>; last: Both<number>; gated: Both<boolean> },
): Pick<Decision, 'opened' | 'followLag'> {
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
