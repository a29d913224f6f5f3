import type { Heap } from './heap.ts';
import type { Point } from './load.ts';
import type { Delay, Milestone } from './milestones.ts';
import type { NodeTimes } from './model.ts';
import type { Switch, SwitchBoard } from './switches.ts';
import type { Both, World } from './world.ts';

/** A model compiled for thousands of replays: plain objects that point at each other, no lookups. */
export interface Program {
  readonly nodes: readonly [document: SimNode, ...resources: SimNode[]];
  readonly milestones: readonly SimMilestone[];
  readonly board: SwitchBoard;
  /** 1 where a switch stands as in the current load. */
  readonly selected: Uint8Array;
  readonly redirect: Both<number>;
  readonly alpha: number;
  /** How the current load's surroundings differ: factor of downloads, ms of server time, factor of execution. */
  readonly environment: { network: number; latency: number; processor: number };
  readonly run: RunState;
}

/** What all nodes of a replay share. */
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
  detached: SimNode[];
  /** They run after parsing only. */
  detachedAfterParsing: boolean;
  /** A what-if without the redirects before the document. */
  skipRedirect: boolean;
}

/** What waits for one point of a node; absent where nothing does. */
export interface Dependants {
  readonly discovers: SimEdge[];
  readonly releases: SimGate[];
  readonly precedes: SimEdge[];
}

export interface SimEdge {
  readonly target: SimNode;
  readonly world: World;
}

export interface SimGate {
  readonly target: SimNode;
  readonly delay: Both<number | undefined>;
}

/** States of a node in a replay, in order: waiting for its parents, begun and held by queue gates, requested. */
export const ABSENT = 0;
export const WAITING = 1;
export const BEGUN = 2;
export const REQUESTED = 3;

type NodeState = typeof ABSENT | typeof WAITING | typeof BEGUN | typeof REQUESTED;

/** A node with the times that its switches select and its state in the running replay. */
export interface SimNode {
  readonly index: number;
  readonly times: Both<NodeTimes | undefined>;
  readonly weight: number;
  readonly weightPower: number;
  onResponse: Dependants | undefined;
  onEnd: Dependants | undefined;
  onExecuted: Dependants | undefined;

  present: boolean;
  discoveredIn: World;
  queuedIn: World;
  executedIn: World;
  memberIn: World;
  lag: number;
  queue: number;
  server: number;
  work: number;
  execution: number;
  executionLag: number;
  executionPause: number;
  /** Set by a what-if: discovered this long after the document's first bytes, whoever its parents are. */
  preloadedAfter: number | undefined;

  state: NodeState;
  parentsLeft: number;
  gatesLeft: number;
  runsLeft: number;
  start: number;
  /** Not requested before this, when queue gates have opened. */
  requestable: number;
  runnable: number;
  /** −1 until it happened. */
  response: number;
  end: number;
  executed: number;
}

export interface SimMilestone {
  readonly source: Milestone;
  /** Index of the milestone it is never before; −1 when there is none. */
  readonly follows: number;
  readonly gates: readonly { node: SimNode; points: Both<Point>; member: Both<boolean> }[];
  readonly delays: readonly { source: Delay; time: Both<number>; switch: Switch }[];
  readonly inferred: SimInferredGate | undefined;
  /** Difference between measurement and replay of each load: what no node can be blamed for. */
  anchor: Both<number>;
}

export interface SimInferredGate {
  /** The resource that holds it; undefined when it is another milestone. */
  readonly held: { readonly node: SimNode; readonly point: Point } | undefined;
  /** Index of that other milestone; −1 when it is a resource. */
  readonly milestone: number;
  readonly lag: Both<number | undefined>;
}
