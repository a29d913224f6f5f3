import type { Program, SimNode } from './program.ts';
import { type Facet, FACETS, nodeSwitch, type Switch } from './switches.ts';
import { BASELINE, CURRENT, type World } from './world.ts';

/** Switches of one player, with the nodes they touch, so that throwing them costs no search. */
export interface SwitchSet {
  readonly switches: readonly Switch[];
  readonly nodes: readonly SimNode[];
}

export function createSwitchSet(program: Program, switches: readonly Switch[]): SwitchSet {
  const { board } = program;
  const environment = new Set([board.global('network'), board.global('latency'), board.global('processor')]);
  if (switches.some((number) => environment.has(number))) return { switches, nodes: program.nodes };
  const indexes = switches.map((number) => Math.floor(number / FACETS.length));
  const nodes = [...new Set(indexes)].flatMap((index) => program.nodes[index] ?? []);
  return { switches, nodes };
}

/** Throws the switches to the baseline or to the current load. */
export function select(program: Program, { switches, nodes }: SwitchSet, world: World): void {
  for (const number of switches) program.selected[number] = world;
  for (const node of nodes) applySwitches(program, node);
}

export function selectAll(program: Program, world: World): void {
  program.selected.fill(world);
  for (const node of program.nodes) applySwitches(program, node);
}

/**
 * Sets a node's times to what its switches say. A node that is in one load only has that load's times, whatever they
 * say, but its presence. The environment scales what the other load would have measured under the same conditions.
 */
export function applySwitches(program: Program, node: SimNode): void {
  const { selected, board, environment } = program;
  const [before, after] = node.times;
  const only = before ? (after ? undefined : BASELINE) : CURRENT;
  const base = before ?? after;
  const current = after ?? before;
  if (!base || !current) return;
  const pick = (facet: Facet): World =>
    only ?? (selected[nodeSwitch(node.index, facet)] === 1 ? CURRENT : BASELINE);
  const present = selected[nodeSwitch(node.index, 'presence')] === 1 ? CURRENT : BASELINE;
  node.present = only === undefined || only === present;
  node.discoveredIn = pick('discovery');
  node.lag = node.discoveredIn === CURRENT ? current.lag : base.lag;
  node.queuedIn = pick('queue');
  node.queue = node.queuedIn === CURRENT ? current.queue : base.queue;
  node.memberIn = pick('membership');
  const scaled = (world: World, name: 'network' | 'processor'): number => {
    const on = selected[board.global(name)] === 1 ? CURRENT : BASELINE;
    if (on === world) return 1;
    return on === CURRENT ? environment[name] : 1 / environment[name];
  };
  const work = pick('work');
  node.work = (work === CURRENT ? current.work : base.work) * scaled(work, 'network');
  node.executedIn = pick('execution');
  const executing = node.executedIn === CURRENT ? current : base;
  node.execution = executing.execution * scaled(node.executedIn, 'processor');
  node.executionLag = executing.executionLag;
  node.executionPause = executing.executionPause;
  const server = pick('server');
  const latency = (selected[board.global('latency')] ?? 0) - server;
  node.server = Math.max(
    0,
    (server === CURRENT ? current.server : base.server) + latency * environment.latency,
  );
}
