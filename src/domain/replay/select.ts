import { IN_BOTH, type Program } from './program.ts';
import { FACET, FACETS, type Switch } from './switches.ts';
import { BASELINE, CURRENT, type World } from './world.ts';

/** Switches of one player, with the nodes they touch, so that throwing them costs no search. */
export interface SwitchSet {
  readonly switches: readonly Switch[];
  readonly nodes: readonly number[];
}

export function createSwitchSet({ board, size }: Program, switches: readonly Switch[]): SwitchSet {
  const { network, latency, processor } = board.globals;
  if (switches.some((number) => number === network || number === latency || number === processor))
    return { switches, nodes: Array.from({ length: size }, (_, node) => node) };
  const nodes = new Set(switches.map((number) => Math.floor(number / FACETS.length)));
  return { switches, nodes: [...nodes].filter((node) => node < size) };
}

/** Throws the switches to the baseline or to the current load. */
export function select(program: Program, { switches, nodes }: SwitchSet, world: World): void {
  for (const number of switches) program.selected[number] = world;
  for (const node of nodes) applySwitches(program, node);
}

export function selectAll(program: Program, world: World): void {
  program.selected.fill(world);
  for (let node = 0; node < program.size; node++) applySwitches(program, node);
}

/**
 * Sets a node's times to what its switches say. A node that is in one load only has that load's times, whatever they
 * say, but its presence. The environment scales what the other load would have measured under the same conditions.
 */
export function applySwitches(program: Program, node: number): void {
  const { selected, own, chosen, board, environment } = program;
  const only = own.world[node] as number;
  const first = node * FACETS.length;
  const worldOf = (facet: number): World => {
    const world = only === IN_BOTH ? selected[first + facet] : only;
    return world === 1 ? CURRENT : BASELINE;
  };
  const present = only === IN_BOTH || selected[first + FACET.presence] === only ? 1 : 0;
  const discovered = worldOf(FACET.discovery);
  const queued = worldOf(FACET.queue);
  const executed = worldOf(FACET.execution);
  const isSwitched =
    chosen.discoveredIn[node] !== discovered ||
    chosen.queuedIn[node] !== queued ||
    chosen.executedIn[node] !== executed;
  if (chosen.present[node] !== present || (isSwitched && own.waitsDiffer[node] === 1))
    program.run.counted = false;
  chosen.present[node] = present;
  chosen.discoveredIn[node] = discovered;
  chosen.queuedIn[node] = queued;
  chosen.executedIn[node] = executed;
  chosen.memberIn[node] = worldOf(FACET.membership);
  chosen.lag[node] = own.lag[2 * node + discovered] as number;
  chosen.queue[node] = own.queue[2 * node + queued] as number;
  const work = worldOf(FACET.work);
  chosen.work[node] = (own.work[2 * node + work] as number) * scaleOf(program, 'network', work);
  const execution = own.execution[2 * node + executed] as number;
  chosen.execution[node] = execution * scaleOf(program, 'processor', executed);
  chosen.executionLag[node] = own.executionLag[2 * node + executed] as number;
  chosen.executionPause[node] = own.executionPause[2 * node + executed] as number;
  const server = worldOf(FACET.server);
  const latency = ((selected[board.globals.latency] as number) - server) * environment.latency;
  chosen.server[node] = Math.max(0, (own.server[2 * node + server] as number) + latency);
}

/** What was measured in a load takes so many times as long in the surroundings that are selected. */
function scaleOf(program: Program, name: 'network' | 'processor', world: World): number {
  const on = program.selected[program.board.globals[name]];
  if (on === world) return 1;
  return on === CURRENT ? program.environment[name] : 1 / program.environment[name];
}
