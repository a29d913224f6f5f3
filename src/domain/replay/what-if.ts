import type { DelayOwner } from './delay-owners.ts';
import { type Chosen, IN_NEITHER, MOMENTS, type Program } from './program.ts';
import { type MilestoneChange, replayMilestones } from './read-milestones.ts';
import { applySwitches, selectAll } from './select.ts';
import { CURRENT } from './world.ts';

/** An action on the current load. `nodes` are indexes; a ratio is the share that remains of the times. */
export type WhatIf =
  | {
      readonly action: 'remove';
      readonly nodes: readonly number[];
      /** Also the document's inline scripts, which run for so many ms. */
      readonly inlineScripts?: number;
    }
  | { readonly action: 'defer' | 'async' | 'preload' | 'inline'; readonly nodes: readonly number[] }
  | {
      readonly action: 'shrink' | 'less-work' | 'faster-server';
      readonly nodes: readonly number[];
      readonly ratio: number;
    }
  | { readonly action: 'no-redirect' };

/** A preload is found as soon as the parser has seen the head, whoever its initiators are. */
const PRELOAD_AFTER = 5;

/**
 * What an action on the current load would save of each milestone, in ms and in the order of the program's milestones:
 * the load replayed as it was, less the load replayed with the action. What a removed resource discovered is still
 * discovered, at once, since something else will ask for it. Leaves all switches on the current load.
 */
export function replayWhatIf(program: Program, whatIf: WhatIf): Float64Array {
  const { run, chosen } = program;
  selectAll(program, CURRENT);
  const before = replayMilestones(program);
  const touched = 'nodes' in whatIf ? whatIf.nodes.filter((node) => node >= 0 && node < program.size) : [];
  for (const node of touched) changeNode(chosen, node, whatIf);
  const inline = (whatIf.action === 'remove' && whatIf.inlineScripts) || 0;
  chosen.executionLag[0] = Math.max(0, (chosen.executionLag[0] ?? 0) - inline);
  if (isDetaching(whatIf)) run.detached = touched;
  run.detachedAfterParsing = whatIf.action === 'defer';
  run.skipRedirect = whatIf.action === 'no-redirect';
  run.counted = false;
  const after = replayMilestones(program, changeOf(program, whatIf, touched));
  run.skipRedirect = false;
  run.detachedAfterParsing = false;
  run.detached = [];
  run.counted = false;
  for (const node of [0, ...touched]) applySwitches(program, node);
  return before.map((value, m) => value - (after[m] ?? 0));
}

/** Nothing waits any longer for a script that is loaded with defer or async. */
function isDetaching({ action }: WhatIf): boolean {
  return action === 'defer' || action === 'async';
}

function changeNode(chosen: Chosen, node: number, whatIf: WhatIf): void {
  const scale = (times: Float64Array, ratio: number): void => {
    times[node] = (times[node] ?? 0) * ratio;
  };
  switch (whatIf.action) {
    case 'remove':
      for (const times of [chosen.queue, chosen.server, chosen.work, chosen.execution]) times[node] = 0;
      chosen.queuedIn[node] = IN_NEITHER;
      break;
    case 'preload':
      chosen.discoveredIn[node] = IN_NEITHER;
      chosen.lag[node] = PRELOAD_AFTER;
      break;
    case 'inline':
      chosen.work[0] = (chosen.work[0] ?? 0) + (chosen.work[node] ?? 0);
      for (const times of [chosen.queue, chosen.server, chosen.work]) times[node] = 0;
      chosen.queuedIn[node] = IN_NEITHER;
      break;
    case 'shrink':
      scale(chosen.work, whatIf.ratio);
      scale(chosen.execution, whatIf.ratio);
      break;
    case 'less-work':
      scale(chosen.execution, whatIf.ratio);
      break;
    case 'faster-server':
      scale(chosen.server, whatIf.ratio);
      break;
    case 'defer':
    case 'async':
    case 'no-redirect':
      break;
  }
}

/**
 * Removed and deferred scripts no longer fill the time before a paint; a deferred one no longer holds it. A preload
 * brings an image early, but not the element that shows it: that comes when the image would have been asked for.
 */
function changeOf(program: Program, whatIf: WhatIf, touched: readonly number[]): MilestoneChange {
  const detached = isDetaching(whatIf);
  const gone = whatIf.action === 'remove' || detached;
  const indexes = new Set(touched);
  const drops = (owner: DelayOwner): boolean => {
    if (owner.kind === 'inline') return whatIf.action === 'remove' && Boolean(whatIf.inlineScripts);
    return gone && owner.kind === 'node' && indexes.has(owner.node.index);
  };
  const isPreloaded = (node: number): boolean => whatIf.action === 'preload' && indexes.has(node);
  return {
    drops,
    opens: (node) => detached && indexes.has(node),
    usableFrom: (node) => (isPreloaded(node) ? initiatedAt(program, node) : -Infinity),
  };
}

/** When the initiators of the current load ask for a node in the replay that has just ended. */
function initiatedAt({ discovers, own, run, size }: Program, node: number): number {
  let latest = -Infinity;
  for (let moment = 0; moment < MOMENTS * size; moment++) {
    for (let e = discovers.first[moment] ?? 0; e < (discovers.first[moment + 1] ?? 0); e++) {
      if (discovers.target[e] === node && discovers.world[e] === CURRENT)
        latest = Math.max(latest, run.moments[moment] ?? -Infinity);
    }
  }
  return latest + (own.lag[2 * node + CURRENT] ?? 0);
}
