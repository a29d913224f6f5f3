import { CENSORED_EXECUTION } from '../replay/tuning.ts';
import { type Detection, listDelays, type PlacedDelay } from './detection.ts';
import type { NodePair } from './node-facts.ts';

/**
 * Delays that shrank because an execution became long enough to be seen, or grew because it no longer is. Long frames
 * hide what is below 50 ms: it then stands in the delay of the milestones that wait for the script, and would
 * otherwise be counted twice in one load and not at all in the other.
 */
export function listCensoredDelays(detection: Detection, { node, before, after }: NodePair): PlacedDelay[] {
  const seen = [before.execution > 0, after.execution > 0];
  if (seen[0] === seen[1]) return [];
  const growth = after.execution - before.execution;
  const waiting = detection.program.milestones
    .map(({ source }) => source)
    .filter(({ gates }) => gates.some((gate) => gate.node.index === node.index));
  return listDelays(detection, (delay) => {
    const change = delay.time[1] - delay.time[0];
    const small = Math.abs(change) <= Math.min(CENSORED_EXECUTION, Math.abs(growth));
    return (
      delay.owner.kind === 'other' &&
      change * growth < 0 &&
      small &&
      waiting.some(({ delays }) => delays.includes(delay))
    );
  });
}
