import type { Load } from '../replay/load.ts';
import type { Both } from '../replay/world.ts';
import type { Detection } from './detection.ts';
import type { NodePair } from './node-facts.ts';
import type { Change } from './definition.ts';
import { executionDiffers, workDiffers } from './significance.ts';

/** Top-level execution of a script in both loads, freed of a difference between the machines. */
export function executionChange({ program }: Detection, { before, after }: NodePair): Change {
  return { baseline: before.execution * program.environment.processor, current: after.execution };
}

/** All main-thread time of a script, callbacks included, freed of a difference between the machines. */
export function mainThreadChange({ program }: Detection, { before, after }: NodePair): Change {
  return { baseline: before.mainThread * program.environment.processor, current: after.mainThread };
}

/** Time of the scripts written into the document. */
export function inlineChange([before, after]: Both<Load>): Change {
  return { baseline: inlineTime(before), current: inlineTime(after) };
}

function inlineTime({ tasks, nodes: [document] }: Load): number {
  return tasks.filter(({ node }) => node === document).reduce((sum, { duration }) => sum + duration, 0);
}

/**
 * Does the script do more, or less? A script that merely moved into the time before a milestone fills it without
 * being its cause: that is whatever moved it. Where all loads show that it does, this pair need not.
 */
export function executionGrew(detection: Detection, pair: NodePair): boolean {
  return (
    detection.changedScripts.has(pair.after.url) ||
    executionDiffers(executionChange(detection, pair)) ||
    workDiffers(mainThreadChange(detection, pair))
  );
}
