import { type Dependency, latestMoment } from './dependency.ts';
import { blocksParser, type LoadNode } from './load.ts';
import {
  isDeferred,
  isParserInserted,
  type Present,
  readSchedule,
  ROUNDING,
  type Schedule,
} from './scheduling.ts';
import { CLOCK_SLACK, SHORTEST_EXECUTION, STABLE_LAG } from './tuning.ts';
import type { Union } from './union.ts';
import { type Both, inBoth, type World, WORLDS } from './world.ts';

/** When a script runs, or the document is parsed, in one load: after its own end and these, plus `lag`. */
export interface Execution {
  readonly dependencies: readonly Dependency[];
  /** From being ready to asking for the main thread. */
  readonly lag: number;
  /** From the moment the main thread was free to running, where it had to wait for another script. */
  readonly pause: number;
}

/** Between two scripts the main thread renders a frame or two; after a longer pause it was not waiting in line. */
const LONGEST_PAUSE = 100;

/** Enough to tell the order of two scripts, and too little to matter. */
const IN_ORDER = 0.001;

/**
 * The order on the main thread, by node index, undefined where nothing runs. Blocking scripts wait for the blocking
 * style sheets and scripts before them; the parser for its blocking scripts; deferred scripts for the parser and for
 * each other; modules for their imports. What is ready waits in the order it became ready, as a main thread does.
 */
export function findExecutions(union: Union): Both<readonly (Execution | undefined)[]> {
  return inBoth((world) => findExecutionsIn(union, world));
}

interface Context {
  readonly union: Union;
  readonly world: World;
  readonly schedule: Schedule;
  /** When the parser was done. */
  readonly parsed: number;
}

function findExecutionsIn(union: Union, world: World): (Execution | undefined)[] {
  const schedule = readSchedule(union, world);
  const parsed = union.nodes[0].loads[world]?.executed ?? 0;
  const context = { union, world, schedule, parsed };
  const waitedFor = schedule.blockingScripts.filter(({ loaded }) => loaded.executed <= parsed + ROUNDING);
  const executions: (Execution | undefined)[] = union.nodes.map(() => undefined);
  executions[0] = { dependencies: waitedFor.map(afterExecution), lag: union.loads[world].parse, pause: 0 };
  let busyUntil = 0;
  let lastReady = -Infinity;
  for (const present of schedule.running) {
    const { node, loaded } = present;
    const known = findDependencies(context, present);
    const free = Math.max(busyUntil, loaded.end, latestMoment(known, world));
    const dependencies = [...known, ...findLastImport(context, loaded, free)];
    const ready = Math.max(loaded.end, latestMoment(dependencies, world));
    const pause = loaded.executionStart - busyUntil;
    const queued = busyUntil > ready && pause >= 0 && pause <= LONGEST_PAUSE;
    // Whoever runs first must also ask first, even where the moments are too close to tell.
    const lag = queued ? Math.max(0, lastReady + IN_ORDER - ready) : loaded.executionStart - ready;
    executions[node.index] = { dependencies, lag, pause: queued ? pause : 0 };
    lastReady = Math.max(lastReady, ready + lag);
    busyUntil = Math.max(busyUntil, loaded.executed);
  }
  return executions;
}

function findDependencies(context: Context, present: Present): Dependency[] {
  const { union, world, schedule, parsed } = context;
  const { loaded } = present;
  if (blocksParser(loaded)) return findBlockers(schedule, loaded);
  const deferred = isDeferred(loaded, union.loads[world]);
  if (!deferred && !alwaysRunsAfterParsing(union, present)) return [];
  if (parsed > loaded.executionStart + ROUNDING) return [];
  const afterParsing: Dependency = { from: union.nodes[0], point: 'executed' };
  if (!deferred) return [afterParsing];
  const earlier = schedule.deferredScripts.filter(
    (other) =>
      other.loaded !== loaded && other.loaded.start <= loaded.start + 1 && precedes(other.loaded, loaded),
  );
  return [afterParsing, ...earlier.map(afterExecution)];
}

/**
 * Blocking style sheets and scripts that were requested before a blocking script and done before it ran; and a style
 * sheet requested after it (preloads change the order) when the script ran the moment it was there.
 */
function findBlockers({ blockingSheets, blockingScripts }: Schedule, loaded: LoadNode): Dependency[] {
  const sheets = blockingSheets.filter(({ loaded: sheet }) => {
    const releases = sheet.end > loaded.end && loaded.executionStart - sheet.end < CLOCK_SLACK;
    return (sheet.start <= loaded.start || releases) && sheet.end <= loaded.executionStart + ROUNDING;
  });
  const scripts = blockingScripts.filter(
    ({ loaded: other }) => other !== loaded && other.start <= loaded.start && precedes(other, loaded),
  );
  return [
    ...sheets.map(({ node }): Dependency => ({ from: node, point: 'end' })),
    ...scripts.map(afterExecution),
  ];
}

/**
 * A module runs when everything it imports is there. Imports are scripts that the document does not name; the one that
 * ended last before the module ran is what it waited for, when it explains most of the wait.
 */
function findLastImport({ schedule }: Context, loaded: LoadNode, free: number): Dependency[] {
  const waited = loaded.executionStart - free;
  if (waited <= STABLE_LAG || blocksParser(loaded)) return [];
  let last: Present | undefined;
  for (const other of schedule.unnamedScripts) {
    const { end } = other.loaded;
    if (other.loaded === loaded || end <= free || end > loaded.executionStart + ROUNDING) continue;
    if (!last || end > last.loaded.end) last = other;
  }
  if (!last || loaded.executionStart - last.loaded.end > 0.5 * waited) return [];
  return [{ from: last.node, point: 'end' }];
}

/** A strict order even among executions of no length, so that two scripts never wait for each other. */
function precedes(other: LoadNode, loaded: LoadNode): boolean {
  if (other.executed > loaded.executionStart + ROUNDING) return false;
  return other.executionStart < loaded.executionStart || other.start < loaded.start;
}

/** Async scripts run when they arrive; others that ran after parsing in every load had to wait for it. */
function alwaysRunsAfterParsing({ nodes: [document] }: Union, { node }: Present): boolean {
  return WORLDS.every((world) => {
    const loaded = node.loads[world];
    if (!loaded || loaded.execution <= SHORTEST_EXECUTION) return true;
    if (loaded.scheduling === 'async' || !isParserInserted(loaded)) return false;
    return loaded.executionStart >= (document.loads[world]?.executed ?? 0) - ROUNDING;
  });
}

function afterExecution({ node }: Present): Dependency {
  return { from: node, point: 'executed' };
}
