import { createHeap } from './heap.ts';
import type { Milestone } from './milestones.ts';
import type { Model, NodeTimes } from './model.ts';
import {
  type Chosen,
  type Edges,
  type GateEdges,
  IN_BOTH,
  MOMENTS,
  numberOf,
  type OwnTimes,
  type Program,
  type RunState,
  type SimGates,
  type SimInferredGate,
  type WorldEdges,
} from './program.ts';
import { createSwitchBoard } from './switches.ts';
import type { Dependency } from './dependency.ts';
import { BASELINE, type Both, CURRENT, WORLDS } from './world.ts';

/** Compiles a model into arrays and ranges of edges. All switches stand on the baseline, unapplied. */
export function compileModel(model: Model): Program {
  const { nodes, milestones, alpha, union } = model;
  const weight = new Float64Array(nodes.map((node) => node.weight));
  const board = createSwitchBoard(
    nodes.length,
    milestones.map(({ delays }) => delays.length),
  );
  const discovers = listWorldEdges(model, ({ parents }) => parents);
  const releases = listGateEdges(model);
  const precedes = listWorldEdges(model, ({ runsAfter }) => runsAfter);
  return {
    size: nodes.length,
    own: compileTimes(model),
    weight,
    weightPower: weight.map((value) => value ** alpha),
    discovers,
    releases,
    precedes,
    awaited: findAwaited([discovers, releases, precedes]),
    milestones: milestones.map((source, m) => ({
      source,
      follows: milestones.findIndex(({ name }) => name === source.follows),
      gates: compileGates(source),
      delays: source.delays.map((delay, d) => ({
        source: delay,
        time: delay.time,
        switch: board.delay(m, d),
      })),
      inferred: compileInferred(model, source),
      anchor: [0, 0],
    })),
    board,
    selected: new Uint8Array(board.count),
    redirect: [union.loads[0].redirect, union.loads[1].redirect],
    alpha,
    environment: { network: 1, latency: 0, processor: 1 },
    chosen: createChosen(nodes.length),
    run: createRunState(nodes.length),
  };
}

function compileTimes({ nodes, gates }: Model): OwnTimes {
  const size = 2 * nodes.length;
  const own: OwnTimes = {
    world: new Uint8Array(nodes.length),
    waitsDiffer: new Uint8Array(nodes.length),
    ...createTimes(size),
  };
  for (const {
    index,
    times: [before, after],
    parents,
    runsAfter,
  } of nodes) {
    if (!areSame(parents) || !areSame(runsAfter)) own.waitsDiffer[index] = 1;
    own.world[index] = before && after ? IN_BOTH : after ? CURRENT : BASELINE;
    copyTimes(own, 2 * index + BASELINE, before ?? after);
    copyTimes(own, 2 * index + CURRENT, after ?? before);
  }
  for (const { node, delay } of gates) {
    if ((delay[BASELINE] === undefined) !== (delay[CURRENT] === undefined)) own.waitsDiffer[node.index] = 1;
  }
  return own;
}

function areSame([before, after]: Both<readonly Dependency[]>): boolean {
  return (
    before.length === after.length &&
    before.every(({ from, point }, i) => after[i]?.from === from && after[i]?.point === point)
  );
}

function copyTimes(own: OwnTimes, place: number, times: NodeTimes | undefined): void {
  if (!times) return;
  own.lag[place] = times.lag;
  own.queue[place] = times.queue;
  own.server[place] = times.server;
  own.work[place] = times.work;
  own.execution[place] = times.execution;
  own.executionLag[place] = times.executionLag;
  own.executionPause[place] = times.executionPause;
}

/** Edges as they are found, in order: a node's are told of in this order. */
interface FoundEdges {
  readonly moments: number[];
  readonly targets: number[];
}

function listWorldEdges(
  { nodes }: Model,
  dependenciesOf: (node: Model['nodes'][number]) => Both<readonly Dependency[]>,
): WorldEdges {
  const found: FoundEdges = { moments: [], targets: [] };
  const worlds: number[] = [];
  for (const node of nodes) {
    const dependencies = dependenciesOf(node);
    for (const world of WORLDS) {
      if (!node.times[world]) continue;
      for (const { from, point } of dependencies[world]) {
        found.moments.push(MOMENTS * from.index + numberOf(point));
        found.targets.push(node.index);
        worlds.push(world);
      }
    }
  }
  const { edges, places } = sortEdges(nodes.length, found);
  const world = new Uint8Array(worlds.length);
  for (const [i, place] of places.entries()) world[place] = worlds[i] as number;
  return { ...edges, world };
}

function listGateEdges({ nodes, gates }: Model): GateEdges {
  const moments = gates.map(({ released: { by, point } }) => MOMENTS * by.index + numberOf(point));
  const { edges, places } = sortEdges(nodes.length, {
    moments,
    targets: gates.map(({ node }) => node.index),
  });
  const delay = new Float64Array(2 * gates.length);
  for (const [i, place] of places.entries()) {
    for (const world of WORLDS) delay[2 * place + world] = gates[i]?.delay[world] ?? Number.NaN;
  }
  return { ...edges, delay };
}

/** Counts how many edges each moment has, then gives each edge the next free place of its moment's range. */
function sortEdges(nodes: number, { moments, targets }: FoundEdges): { edges: Edges; places: Int32Array } {
  const first = new Int32Array(MOMENTS * nodes + 1);
  for (const moment of moments) first[moment + 1] = (first[moment + 1] as number) + 1;
  for (let m = 1; m < first.length; m++) first[m] = (first[m] as number) + (first[m - 1] as number);
  const next = first.slice();
  const target = new Int32Array(targets.length);
  const places = new Int32Array(targets.length);
  for (const [i, moment] of moments.entries()) {
    const place = next[moment] as number;
    next[moment] = place + 1;
    target[place] = targets[i] as number;
    places[i] = place;
  }
  return { edges: { first, target }, places };
}

function findAwaited(kinds: readonly [Edges, ...Edges[]]): Uint8Array {
  const awaited = new Uint8Array(kinds[0].first.length - 1);
  for (const { first } of kinds) {
    for (let moment = 0; moment < awaited.length; moment++) {
      if (first[moment] !== first[moment + 1]) awaited[moment] = 1;
    }
  }
  return awaited;
}

function compileGates({ gates }: Milestone): SimGates {
  const moment = new Int8Array(2 * gates.length);
  for (const [g, { points, member }] of gates.entries()) {
    for (const world of WORLDS) moment[2 * g + world] = member[world] ? numberOf(points[world]) : -1;
  }
  return { node: new Int32Array(gates.map(({ node }) => node.index)), moment };
}

function compileInferred({ milestones }: Model, { inferred }: Milestone): SimInferredGate | undefined {
  if (!inferred) return undefined;
  const { gate, lag } = inferred;
  if (gate === 'domContentLoaded')
    return { held: undefined, milestone: milestones.findIndex(({ name }) => name === gate), lag };
  return { held: { node: gate.node.index, moment: numberOf(gate.point) }, milestone: -1, lag };
}

function createChosen(nodes: number): Chosen {
  return {
    present: new Uint8Array(nodes).fill(1),
    discoveredIn: new Uint8Array(nodes),
    queuedIn: new Uint8Array(nodes),
    executedIn: new Uint8Array(nodes),
    memberIn: new Uint8Array(nodes),
    ...createTimes(nodes),
  };
}

function createTimes(length: number): Record<keyof NodeTimes, Float64Array> {
  const take = createSlices(new Float64Array(7 * length), length);
  return {
    lag: take(),
    queue: take(),
    server: take(),
    work: take(),
    execution: take(),
    executionLag: take(),
    executionPause: take(),
  };
}

/** Parts of one array, one after the other: to make one is quicker than to make many, and one fill is enough. */
function createSlices<Values extends Float64Array | Int32Array>(all: Values, length: number): () => Values {
  let next = 0;
  return () => {
    const start = next;
    next += length;
    return all.subarray(start, next) as Values;
  };
}

function createRunState(nodes: number): RunState {
  const waits = new Int32Array(3 * nodes);
  const left = new Int32Array(3 * nodes);
  const clock = new Float64Array((3 + MOMENTS) * nodes);
  const takeWaits = createSlices(waits, nodes);
  const takeLeft = createSlices(left, nodes);
  const takeClock = createSlices(clock, nodes);
  return {
    // A node is at most once in each of its three stages; a stuck replay may add one more.
    events: createHeap(4 * nodes + 16),
    downloads: createHeap(nodes + 4),
    now: 0,
    virtualTime: 0,
    virtualAt: 0,
    running: 0,
    runningWeight: 0,
    speed: 1,
    mainThreadFreeAt: 0,
    detached: [],
    detachedAfterParsing: false,
    skipRedirect: false,
    counted: false,
    waits,
    parents: takeWaits(),
    gates: takeWaits(),
    runs: takeWaits(),
    state: new Uint8Array(nodes),
    left,
    parentsLeft: takeLeft(),
    gatesLeft: takeLeft(),
    runsLeft: takeLeft(),
    clock,
    start: takeClock(),
    requestable: takeClock(),
    runnable: takeClock(),
    moments: clock.subarray(3 * nodes),
  };
}
