import type { LayoutShift } from '../capture.ts';
import type { LoadNode } from '../replay/load.ts';
import { CURRENT } from '../replay/world.ts';
import type { Resource, ResourceType } from '../snapshot.ts';
import type { Milliseconds } from '../units.ts';
import type { Pair } from './pair.ts';

/** A frame or a few pass between what arrives and what it moves; after half a second they are strangers. */
const LONGEST_GAP: Milliseconds = 500;
const CLOCK_SLACK: Milliseconds = 5;
const HALF_LIFE: Milliseconds = 150;

/** What is new is the likelier reason of a new shift, and scripts insert what moves the rest. */
const ADDED = 3;
const MOVERS: { readonly [Type in ResourceType]?: number } = {
  script: 1.5,
  document: 1.5,
  image: 1,
  font: 1,
  stylesheet: 1,
};

/** A shift of the baseline explains one of the same value, to a fifth and to the rounding of small ones. */
const SAME_SHARE = 0.2;
const SAME_VALUE = 0.005;

export interface Trigger {
  readonly resource: Resource;
  /** How far ahead of the next candidate it is, 0.5 to 1. */
  readonly certainty: number;
}

/** What most likely set off the shifts of the current load that the baseline did not have; undefined when nothing near. */
export function findTrigger(
  pair: Pair,
  shifts: readonly LayoutShift[],
  known: readonly LayoutShift[],
): Trigger | undefined {
  const fresh = shifts.filter((shift) => !known.some((other) => isSame(shift, other)));
  const load = pair.loads[CURRENT];
  const scores = load.nodes.slice(1).flatMap((node) => {
    const score = (fresh.length > 0 ? fresh : shifts).reduce(
      (sum, shift) => sum + scoreOf(pair, node, shift),
      0,
    );
    return node.resource && score > 0 ? [{ resource: node.resource, score }] : [];
  });
  const [best, second] = scores.sort((a, b) => b.score - a.score);
  if (!best) return undefined;
  return { resource: best.resource, certainty: best.score / (best.score + (second?.score ?? 0)) };
}

function scoreOf(pair: Pair, node: LoadNode, { startTime, value }: LayoutShift): number {
  const gap = startTime - node.executed;
  const mover = MOVERS[node.type];
  if (mover === undefined || gap + CLOCK_SLACK < 0 || gap > LONGEST_GAP) return 0;
  const added = node.resource && !pair.matchOf().has(node.resource) ? ADDED : 1;
  return value * added * mover * Math.exp(-Math.max(0, gap) / HALF_LIFE);
}

function isSame(a: LayoutShift, b: LayoutShift): boolean {
  return Math.abs(a.value - b.value) < SAME_SHARE * a.value + SAME_VALUE;
}
