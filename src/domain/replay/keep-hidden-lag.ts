import { measureWork } from './delay-owners.ts';
import type { Decider } from './gates.ts';
import type { InferredGate, Unexplained } from './infer-gate.ts';
import { momentOf } from './load.ts';
import { LONG_DELAY, UNSTABLE_DELAY } from './tuning.ts';
import type { Union } from './union.ts';
import { BASELINE, type Both, CURRENT, inBoth, otherWorld } from './world.ts';

/** A gate that opens this much later than in the other load is itself what changed. */
const SLACK = 20;

/**
 * Where another gate decides in the other load and is followed by a shorter wait, the longer one went on beside it there,
 * hidden: the old gate keeps it as a lag of its own, and in both loads the last gate is followed by the shorter one. Else
 * whoever brings the later gate would be charged with a wait that had passed while it loaded. Undefined where the same
 * gate decides or has become later itself, where the waits are alike, and where there was work in the longer one that was
 * not done in the other load.
 */
export function keepHiddenLag(
  { loads }: Union,
  deciders: Both<Decider | undefined>,
  { observed, delays, idle }: Unexplained,
): InferredGate | undefined {
  const longer = delays[CURRENT] > delays[BASELINE] ? CURRENT : BASELINE;
  const hidden = otherWorld(longer);
  const gate = deciders[longer];
  if (!gate || !deciders[hidden] || gate.node === deciders[hidden].node) return undefined;
  const there = gate.node.loads[hidden];
  if (!there || delays[longer] - delays[hidden] < LONG_DELAY) return undefined;
  const opened = momentOf(there, gate.point);
  const done = measureWork(loads[hidden], opened, observed[hidden]);
  const isNewWork = delays[longer] - idle[longer] - done > UNSTABLE_DELAY;
  // Where the gates open one right after the other, there was no time in which a wait could have passed unseen.
  const unseen = observed[hidden] - delays[hidden] - opened;
  if (isNewWork || unseen < LONG_DELAY || gate.moment > opened + SLACK) return undefined;
  const room = observed[hidden] - opened;
  const left = Math.max(0, delays[hidden]);
  return {
    gate,
    lag: inBoth((world) => (world === longer ? delays[longer] : Math.min(delays[longer], room))),
    ownDelay: [left, left],
    isKnown: true,
  };
}
