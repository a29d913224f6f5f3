import { blocksParser, type Load, type LoadNode } from './load.ts';
import { SHORTEST_EXECUTION } from './tuning.ts';
import type { Union, UnionNode } from './union.ts';
import type { World } from './world.ts';

/** Where two moments of one load are compared: they are rounded separately. */
export const ROUNDING = 2;

/** A node of one load, with what it is there. */
export interface Present {
  readonly node: UnionNode;
  readonly loaded: LoadNode;
}

/** The nodes of one load that others wait for on the main thread, by the way in which they are waited for. */
export interface Schedule {
  readonly blockingSheets: readonly Present[];
  /** Scripts that hold up the parser. */
  readonly blockingScripts: readonly Present[];
  readonly deferredScripts: readonly Present[];
  /** Scripts that the document does not name: imports of modules, or what scripts inserted. */
  readonly unnamedScripts: readonly Present[];
  /** Scripts that were seen to run, by when they did. */
  readonly running: readonly Present[];
}

export function readSchedule({ nodes, loads }: Union, world: World): Schedule {
  const blockingSheets: Present[] = [];
  const scripts: Present[] = [];
  for (const node of nodes) {
    const loaded = node.loads[world];
    if (loaded?.type === 'script') scripts.push({ node, loaded });
    else if (loaded?.type === 'stylesheet' && loaded.renderBlocking) blockingSheets.push({ node, loaded });
  }
  return {
    blockingSheets,
    blockingScripts: scripts.filter(({ loaded }) => blocksParser(loaded)),
    deferredScripts: scripts.filter(({ loaded }) => isDeferred(loaded, loads[world])),
    unnamedScripts: scripts.filter(({ loaded }) => loaded.scheduling === 'unknown' && !loaded.renderBlocking),
    running: scripts
      .filter(({ loaded }) => loaded.execution > SHORTEST_EXECUTION)
      .sort((a, b) => a.loaded.executionStart - b.loaded.executionStart),
  };
}

/** Is this script run in order after parsing? Where the document does not tell, by when it ran. */
export function isDeferred(node: LoadNode, { snapshot }: Load): boolean {
  if (node.type !== 'script' || node.renderBlocking) return false;
  if (node.scheduling !== 'unknown') return node.scheduling === 'deferred';
  if (!isParserInserted(node)) return false;
  const { domInteractive, domContentLoaded } = snapshot.navigation;
  if (domInteractive === undefined || domContentLoaded === undefined) return false;
  if (node.execution <= SHORTEST_EXECUTION)
    return node.resource?.networkLog !== undefined && node.end <= domContentLoaded;
  return node.executionStart >= domInteractive - ROUNDING && node.executionStart <= domContentLoaded;
}

/** False where DevTools' log says that something else asked for it. */
export function isParserInserted({ resource }: LoadNode): boolean {
  const initiator = resource?.networkLog?.initiatorType;
  return initiator === undefined || initiator === 'parser';
}
