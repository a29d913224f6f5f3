import { type DelayOwner, findBusiest } from '../replay/delay-owners.ts';
import type { Model, ModelNode } from '../replay/model.ts';
import { nodeSwitch, type Switch } from '../replay/switches.ts';
import { BASELINE, CURRENT } from '../replay/world.ts';
import { differs, LOOSE_GATE } from './significance.ts';

/** A script that was ready and did not run, because something else had the main thread. */
export interface DelayedExecution {
  readonly switch: Switch;
  readonly by: DelayOwner;
}

/** What is to blame for a wait must have filled half of it. */
const FILLED = 0.5;

/**
 * Scripts whose wait for the main thread differs between the loads, with what filled the longer wait: layout of a
 * large page, callbacks of another script, an inline script. That is the cause of their lateness, not they themselves.
 */
export function findDelayedExecutions(model: Model): DelayedExecution[] {
  return model.nodes.slice(1).flatMap((node): DelayedExecution[] => {
    const by = findDelayer(model, node);
    return by ? [{ switch: nodeSwitch(node.index, 'execution'), by }] : [];
  });
}

function findDelayer({ union }: Model, { loads, times: [before, after] }: ModelNode): DelayOwner | undefined {
  if (!before || !after) return undefined;
  const lag = { baseline: before.executionLag, current: after.executionLag };
  if (!differs(lag, LOOSE_GATE)) return undefined;
  const world = lag.current > lag.baseline ? CURRENT : BASELINE;
  const longer = Math.max(lag.baseline, lag.current);
  const start = (loads[world]?.executionStart ?? 0) - longer;
  const busiest = findBusiest(union, union.loads[world], { start, end: start + longer });
  return busiest && busiest.time >= FILLED * Math.abs(lag.current - lag.baseline) ? busiest.owner : undefined;
}
