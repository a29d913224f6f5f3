import type { Heap } from './heap.ts';
import type { Point } from './load.ts';
import type { Delay, Milestone } from './milestones.ts';
import type { Switch, SwitchBoard } from './switches.ts';
import type { Both } from './world.ts';

/**
 * A model compiled for thousands of replays. Nodes are numbers, the document is 0; what is known of them stands in
 * arrays by that number, which take a fifth of the memory of objects and so stay in the processor's nearest cache.
 */
export interface Program {
  readonly size: number;
  readonly own: OwnTimes;
  readonly weight: Float64Array;
  /** weight^α. */
  readonly weightPower: Float64Array;
  /** Whom a moment of a node discovers, by the load in which it does. */
  readonly discovers: WorldEdges;
  /** Whose request it lets go. */
  readonly releases: GateEdges;
  /** Who runs after it on the main thread, by the load in which it does. */
  readonly precedes: WorldEdges;
  /** By moment: 1 where an edge of any kind, and of either load, starts. Most moments pass without consequence. */
  readonly awaited: Uint8Array;
  readonly milestones: readonly SimMilestone[];
  readonly board: SwitchBoard;
  /** 1 where a switch stands as in the current load. */
  readonly selected: Uint8Array;
  readonly redirect: Both<number>;
  readonly alpha: number;
  /** How the current load's surroundings differ: factor of downloads, ms of server time, factor of execution. */
  readonly environment: { network: number; latency: number; processor: number };
  readonly chosen: Chosen;
  readonly run: RunState;
}

/** What nodes cost. */
interface Times {
  readonly lag: Float64Array;
  readonly queue: Float64Array;
  readonly server: Float64Array;
  readonly work: Float64Array;
  readonly execution: Float64Array;
  readonly executionLag: Float64Array;
  readonly executionPause: Float64Array;
}

/** What each node costs in either load, by 2 × node + world; that of one load only stands for both. */
export interface OwnTimes extends Times {
  /** By node: the load it is in; IN_BOTH for both. */
  readonly world: Uint8Array;
  /** By node: 1 where it waits for other nodes, or moments, in one load than in the other. */
  readonly waitsDiffer: Uint8Array;
}

export const IN_BOTH = 2;

/** Of a node that a what-if frees from what it waited for in either load. */
export const IN_NEITHER = 2;

/** The moments of a node that others wait for, by number. Moment m of node n has the number MOMENTS × n + m. */
export const RESPONSE = 0;
export const END = 1;
export const EXECUTED = 2;
export const MOMENTS = 3;

export function numberOf(point: Point): number {
  if (point === 'response') return RESPONSE;
  return point === 'end' ? END : EXECUTED;
}

/** Edges sorted by the moment they start from: those of moment m are from `first[m]` to before `first[m + 1]`. */
export interface Edges {
  readonly first: Int32Array;
  readonly target: Int32Array;
}

export interface WorldEdges extends Edges {
  readonly world: Uint8Array;
}

export interface GateEdges extends Edges {
  /** By 2 × edge + world: from the moment to the request, in ms; NaN where the gate does not hold in that load. */
  readonly delay: Float64Array;
}

/** What the switches, or a what-if, make of the nodes. */
export interface Chosen extends Times {
  /** 1 for nodes that are there. */
  readonly present: Uint8Array;
  /** The load whose initiators count; IN_NEITHER where the document's first bytes are enough. */
  readonly discoveredIn: Uint8Array;
  /** The load whose queue gates count; IN_NEITHER where nothing is sent that could be held. */
  readonly queuedIn: Uint8Array;
  readonly executedIn: Uint8Array;
  readonly memberIn: Uint8Array;
}

/** States of a node in a replay, in order: waiting for its parents, begun and held by queue gates, requested. */
export const ABSENT = 0;
export const WAITING = 1;
export const BEGUN = 2;
export const REQUESTED = 3;

/** What goes on in a replay. */
export interface RunState {
  readonly events: Heap;
  /** Running downloads by the virtual time at which they end. */
  readonly downloads: Heap;
  now: number;
  /** Work that a download of weight 1 would have had done since the beginning. */
  virtualTime: number;
  /** Moment up to which virtualTime is known. */
  virtualAt: number;
  running: number;
  runningWeight: number;
  /** Virtual time that passes per ms. */
  speed: number;
  mainThreadFreeAt: number;
  /** Scripts that a what-if defers or loads asynchronously: nothing waits for them. */
  detached: readonly number[];
  /** They run after parsing only. */
  detachedAfterParsing: boolean;
  /** A what-if without the redirects before the document. */
  skipRedirect: boolean;
  /** Whether `parents`, `gates` and `runs` are those of what is chosen: few switches change them. */
  counted: boolean;
  /** How much each node has to wait for before it is discovered, requested and run: in one array, and its parts. */
  readonly waits: Int32Array;
  readonly parents: Int32Array;
  readonly gates: Int32Array;
  readonly runs: Int32Array;
  readonly state: Uint8Array;
  /** As `waits`, of what is still to come. */
  readonly left: Int32Array;
  readonly parentsLeft: Int32Array;
  readonly gatesLeft: Int32Array;
  readonly runsLeft: Int32Array;
  /** All that follows, in one array: −∞ until it is known. */
  readonly clock: Float64Array;
  readonly start: Float64Array;
  /** Not requested before this, when queue gates have opened. */
  readonly requestable: Float64Array;
  readonly runnable: Float64Array;
  /** By MOMENTS × node + moment. */
  readonly moments: Float64Array;
}

export interface SimMilestone {
  readonly source: Milestone;
  /** Index of the milestone it is never before; −1 when there is none. */
  readonly follows: number;
  readonly gates: SimGates;
  readonly delays: readonly { source: Delay; time: Both<number>; switch: Switch }[];
  readonly inferred: SimInferredGate | undefined;
  /** Difference between measurement and replay of each load: what no node can be blamed for. */
  anchor: Both<number>;
}

export interface SimGates {
  readonly node: Int32Array;
  /** By 2 × gate + world: the moment that opens it; −1 where it is none in that load. */
  readonly moment: Int8Array;
}

export interface SimInferredGate {
  /** The resource that holds it; undefined when it is another milestone. */
  readonly held: { readonly node: number; readonly moment: number } | undefined;
  /** Index of that other milestone; −1 when it is a resource. */
  readonly milestone: number;
  readonly lag: Both<number | undefined>;
}
