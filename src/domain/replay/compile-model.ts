import { createHeap } from './heap.ts';
import type { Point } from './load.ts';
import type { Milestone } from './milestones.ts';
import type { Model, NodeTimes } from './model.ts';
import {
  ABSENT,
  type Dependants,
  type Program,
  type RunState,
  type SimInferredGate,
  type SimMilestone,
  type SimNode,
} from './program.ts';
import { createSwitchBoard, type Switch } from './switches.ts';
import { type Both, WORLDS } from './world.ts';

/** Compiles a model into objects that point at each other. All switches stand on the baseline, unapplied. */
export function compileModel(model: Model): Program {
  const nodes = model.nodes.map((node) =>
    createSimNode(node.index, node.times, { weight: node.weight, alpha: model.alpha }),
  ) as [SimNode, ...SimNode[]];
  connect(model, nodes);
  const board = createSwitchBoard(
    nodes.length,
    model.milestones.map(({ delays }) => delays.length),
  );
  return {
    nodes,
    milestones: model.milestones.map((source, m) => ({
      ...compileMilestone(source, nodes, (d) => board.delay(m, d)),
      follows: model.milestones.findIndex(({ name }) => name === source.follows),
      inferred: compileInferred(model, source, nodes),
    })),
    board,
    selected: new Uint8Array(board.count),
    redirect: [model.union.loads[0].redirect, model.union.loads[1].redirect],
    alpha: model.alpha,
    environment: { network: 1, latency: 0, processor: 1 },
    run: createRunState(nodes.length),
  };
}

function createSimNode(
  index: number,
  times: Both<NodeTimes | undefined>,
  { weight, alpha }: { weight: number; alpha: number },
): SimNode {
  const unselected = {
    lag: 0,
    queue: 0,
    server: 0,
    work: 0,
    execution: 0,
    executionLag: 0,
    executionPause: 0,
  };
  const counters = { parentsLeft: 0, gatesLeft: 0, runsLeft: 0, start: 0, requestable: 0, runnable: 0 };
  return {
    index,
    times,
    weight,
    weightPower: weight ** alpha,
    onResponse: undefined,
    onEnd: undefined,
    onExecuted: undefined,
    present: true,
    discoveredIn: 0,
    queuedIn: 0,
    executedIn: 0,
    memberIn: 0,
    ...unselected,
    preloadedAfter: undefined,
    state: ABSENT,
    ...counters,
    response: -1,
    end: -1,
    executed: -1,
  };
}

function connect(model: Model, nodes: readonly SimNode[]): void {
  const at = (index: number, point: Point): Dependants | undefined => {
    const node = nodes[index];
    return node && dependantsOf(node, point);
  };
  for (const node of model.nodes) {
    const target = nodes[node.index];
    if (!target) continue;
    for (const world of WORLDS) {
      if (!node.times[world]) continue;
      for (const { from, point } of node.parents[world])
        at(from.index, point)?.discovers.push({ target, world });
      for (const { from, point } of node.runsAfter[world])
        at(from.index, point)?.precedes.push({ target, world });
    }
  }
  for (const { node, released, delay } of model.gates) {
    const target = nodes[node.index];
    if (target) at(released.by.index, released.point)?.releases.push({ target, delay });
  }
}

function dependantsOf(node: SimNode, point: Point): Dependants {
  if (point === 'response') return (node.onResponse ??= noDependants());
  return point === 'end' ? (node.onEnd ??= noDependants()) : (node.onExecuted ??= noDependants());
}

function noDependants(): Dependants {
  return { discovers: [], releases: [], precedes: [] };
}

function compileMilestone(
  source: Milestone,
  nodes: readonly SimNode[],
  switchOf: (delay: number) => Switch,
): Omit<SimMilestone, 'follows' | 'inferred'> {
  return {
    source,
    gates: source.gates.flatMap(({ node, points, member }) => {
      const gate = nodes[node.index];
      return gate ? [{ node: gate, points, member }] : [];
    }),
    delays: source.delays.map((delay, d) => ({ source: delay, time: delay.time, switch: switchOf(d) })),
    anchor: [0, 0],
  };
}

function compileInferred(
  { milestones }: Model,
  { inferred }: Milestone,
  nodes: readonly SimNode[],
): SimInferredGate | undefined {
  if (!inferred) return undefined;
  const { gate, lag } = inferred;
  if (gate === 'domContentLoaded')
    return { held: undefined, milestone: milestones.findIndex(({ name }) => name === gate), lag };
  const node = nodes[gate.node.index];
  return node && { held: { node, point: gate.point }, milestone: -1, lag };
}

function createRunState(nodes: number): RunState {
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
  };
}
