import type { DelayOwner } from './delay-owners.ts';
import type { Program, SimNode } from './program.ts';
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

/** A preload is found as soon as the parser has seen the head. */
const PRELOAD_AFTER = 5;

/**
 * What an action on the current load would save of each milestone, in ms and in the order of the program's milestones:
 * the load replayed as it was, less the load replayed with the action. What a removed resource discovered is still
 * discovered, at once, since something else will ask for it. Leaves all switches on the current load.
 */
export function replayWhatIf(program: Program, whatIf: WhatIf): Float64Array {
  selectAll(program, CURRENT);
  const before = replayMilestones(program);
  const touched = 'nodes' in whatIf ? whatIf.nodes.flatMap((index) => program.nodes[index] ?? []) : [];
  const [document] = program.nodes;
  for (const node of touched) changeNode(node, whatIf, document);
  const inline = (whatIf.action === 'remove' && whatIf.inlineScripts) || 0;
  document.executionLag = Math.max(0, document.executionLag - inline);
  if (isDetaching(whatIf)) program.run.detached = touched;
  program.run.detachedAfterParsing = whatIf.action === 'defer';
  program.run.skipRedirect = whatIf.action === 'no-redirect';
  const after = replayMilestones(program, changeOf(whatIf, touched));
  program.run.skipRedirect = false;
  program.run.detached = [];
  for (const node of [document, ...touched]) {
    node.preloadedAfter = undefined;
    applySwitches(program, node);
  }
  return before.map((value, m) => value - (after[m] ?? 0));
}

/** Nothing waits any longer for a script that is loaded with defer or async. */
function isDetaching({ action }: WhatIf): boolean {
  return action === 'defer' || action === 'async';
}

function changeNode(node: SimNode, whatIf: WhatIf, document: SimNode): void {
  switch (whatIf.action) {
    case 'remove':
      node.queue = 0;
      node.server = 0;
      node.work = 0;
      node.execution = 0;
      break;
    case 'preload':
      node.preloadedAfter = PRELOAD_AFTER;
      break;
    case 'inline':
      document.work += node.work;
      node.queue = 0;
      node.server = 0;
      node.work = 0;
      break;
    case 'shrink':
      node.work *= whatIf.ratio;
      node.execution *= whatIf.ratio;
      break;
    case 'less-work':
      node.execution *= whatIf.ratio;
      break;
    case 'faster-server':
      node.server *= whatIf.ratio;
      break;
    case 'defer':
    case 'async':
    case 'no-redirect':
      break;
  }
}

/** Removed and deferred scripts no longer fill the time before a paint; a deferred one no longer holds it. */
function changeOf(whatIf: WhatIf, touched: readonly SimNode[]): MilestoneChange {
  const detached = isDetaching(whatIf);
  const gone = whatIf.action === 'remove' || detached;
  const indexes = new Set(touched.map(({ index }) => index));
  const drops = (owner: DelayOwner): boolean => {
    if (owner.kind === 'inline') return whatIf.action === 'remove' && Boolean(whatIf.inlineScripts);
    return gone && owner.kind === 'node' && indexes.has(owner.node.index);
  };
  return { drops, opens: ({ index }) => detached && indexes.has(index) };
}
