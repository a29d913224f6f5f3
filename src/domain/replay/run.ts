import {
  ABSENT,
  BEGUN,
  type Dependants,
  type Program,
  REQUESTED,
  type RunState,
  type SimNode,
  WAITING,
} from './program.ts';

/** Kinds of events, in the low bits of their codes; the node's index is above them. */
const RESPONSE = 0;
const RUNNABLE = 1;
const EXECUTED = 2;
const KINDS = 4;

/**
 * Replays the load that the switches describe, and leaves response, end and executed of every node behind.
 *
 * Musts:
 * - A node starts `lag` after the last of its present parents, is requested after its queue and its open gates, has its
 *   response `server` later, and ends when its share of the line has done its `work`.
 * - It runs after its own end and what runs before it, one at a time on the main thread, in the order of readiness.
 * - A node whose parents are all absent hangs on the document.
 * - Nodes that wait for each other are released in order of start: a replay always ends.
 */
export function runProgram(program: Program): void {
  const { run, nodes } = program;
  reset(program);
  const redirect = program.redirect[program.selected[program.board.global('redirect')] === 1 ? 1 : 0];
  begin(program, nodes[0], run.skipRedirect ? 0 : redirect);
  // Every node passes five stages at most; the rest is for nodes that are released from a stuck state.
  for (let steps = 30 * nodes.length + 200; steps > 0; steps--) {
    const event = run.events.earliest();
    const download = nextDownloadEnd(run);
    if (event === Infinity && download === Infinity) {
      if (!releaseStuck(program)) return;
    } else if (event <= download) handleEvent(program, event);
    else endDownload(program, download);
  }
}

function reset({ run, nodes }: Program): void {
  run.events.clear();
  run.downloads.clear();
  run.now = 0;
  run.virtualTime = 0;
  run.virtualAt = 0;
  run.running = 0;
  run.runningWeight = 0;
  run.speed = 1;
  run.mainThreadFreeAt = 0;
  for (const node of nodes) {
    node.state = node.present ? WAITING : ABSENT;
    node.parentsLeft = 0;
    node.gatesLeft = 0;
    node.runsLeft = 1;
    node.start = -Infinity;
    node.requestable = -Infinity;
    node.runnable = 0;
    node.response = -1;
    node.end = -1;
    node.executed = -1;
  }
  for (const node of nodes) if (node.present) announce(node, run);
  if (run.detachedAfterParsing) for (const node of run.detached) if (node.present) node.runsLeft++;
}

/** Tells every dependant of a present node that there is one more thing to wait for. */
function announce(node: SimNode, run: RunState): void {
  const silent = run.detached.length > 0 && run.detached.includes(node);
  if (node.onResponse) announceDependants(node.onResponse, silent);
  if (node.onEnd) announceDependants(node.onEnd, silent);
  if (node.onExecuted) announceDependants(node.onExecuted, silent);
}

function announceDependants({ discovers, releases, precedes }: Dependants, silent: boolean): void {
  for (const { target, world } of discovers) {
    if (target.present && target.discoveredIn === world && target.preloadedAfter === undefined)
      target.parentsLeft++;
  }
  for (const { target, delay } of releases) {
    if (target.present && delay[target.queuedIn] !== undefined) target.gatesLeft++;
  }
  if (silent) return;
  for (const { target, world } of precedes) {
    if (target.present && target.executedIn === world) target.runsLeft++;
  }
}

function handleEvent(program: Program, time: number): void {
  const { run, nodes } = program;
  const code = run.events.pop();
  const node = nodes[Math.floor(code / KINDS)];
  if (!node) return;
  run.now = time;
  switch (code % KINDS) {
    case RESPONSE:
      return respond(program, node, time);
    case RUNNABLE:
      return execute(program, node, time);
    default:
      node.executed = time;
      return notify(program, node, node.onExecuted, time);
  }
}

function begin(program: Program, node: SimNode, discovered: number): void {
  node.start = Math.max(0, discovered) + node.queue;
  node.state = BEGUN;
  if (node.gatesLeft <= 0) request(program, node);
}

function request({ run }: Program, node: SimNode): void {
  node.state = REQUESTED;
  const time = Math.max(node.start, node.requestable);
  run.events.push(time + node.server, node.index * KINDS + RESPONSE);
}

function respond(program: Program, node: SimNode, time: number): void {
  const { run, nodes } = program;
  node.response = time;
  notify(program, node, node.onResponse, time);
  if (node.index === 0) {
    for (const other of nodes) {
      if (other.state === WAITING && other.parentsLeft === 0 && other.index > 0)
        begin(program, other, time + (other.preloadedAfter ?? other.lag));
    }
  }
  if (node.work <= 0) return finish(program, node, time);
  advance(run, Math.max(time, run.virtualAt));
  run.running++;
  changeLine(program, node.weight);
  run.downloads.push(run.virtualTime + node.work / node.weightPower, node.index);
}

function endDownload(program: Program, time: number): void {
  const { run, nodes } = program;
  advance(run, Math.max(time, run.virtualAt));
  const node = nodes[run.downloads.pop()];
  if (!node) return;
  run.running--;
  changeLine(program, -node.weight);
  run.now = run.virtualAt;
  finish(program, node, run.virtualAt);
}

function nextDownloadEnd(run: RunState): number {
  const virtual = run.downloads.earliest();
  return virtual === Infinity ? Infinity : run.virtualAt + (virtual - run.virtualTime) / run.speed;
}

function advance(run: RunState, time: number): void {
  if (run.running > 0) run.virtualTime += (time - run.virtualAt) * run.speed;
  run.virtualAt = time;
}

function changeLine({ run, alpha }: Program, weight: number): void {
  run.runningWeight = run.running === 0 ? 0 : run.runningWeight + weight;
  if (alpha !== 0 && run.running > 0) run.speed = run.runningWeight ** -alpha;
}

function finish(program: Program, node: SimNode, time: number): void {
  node.end = time;
  notify(program, node, node.onEnd, time);
  node.runnable = Math.max(node.runnable, time);
  countDownRuns(program, node);
}

function countDownRuns(program: Program, node: SimNode): void {
  node.runsLeft--;
  if (node.runsLeft !== 0) return;
  if (node.execution > 0 || node.executionLag > 0) {
    program.run.events.push(node.runnable + node.executionLag, node.index * KINDS + RUNNABLE);
    return;
  }
  if (node.index === 0) return parsed(program, node, node.runnable);
  node.executed = node.runnable;
  notify(program, node, node.onExecuted, node.runnable);
}

function parsed(program: Program, document: SimNode, time: number): void {
  document.executed = time;
  notify(program, document, document.onExecuted, time);
  runDeferred(program, time);
}

/** Parsing of the document ends when it may; a script takes the main thread for as long as it runs. */
function execute(program: Program, node: SimNode, time: number): void {
  const { run } = program;
  if (node.index === 0) return parsed(program, node, time);
  const waits = run.mainThreadFreeAt > time;
  run.mainThreadFreeAt = (waits ? run.mainThreadFreeAt + node.executionPause : time) + node.execution;
  run.events.push(run.mainThreadFreeAt, node.index * KINDS + EXECUTED);
}

/** Counts down what waited for this point of a node; what has nothing left to wait for goes on. */
function notify(program: Program, node: SimNode, dependants: Dependants | undefined, time: number): void {
  if (!dependants) return;
  for (const { target, world } of dependants.discovers) {
    if (target.state !== WAITING || target.discoveredIn !== world || target.preloadedAfter !== undefined)
      continue;
    if (time > target.start) target.start = time;
    if (--target.parentsLeft === 0) begin(program, target, target.start + target.lag);
  }
  for (const { target, delay } of dependants.releases) {
    const wait = delay[target.queuedIn];
    if (wait === undefined || target.state === ABSENT || target.state === REQUESTED) continue;
    if (time + wait > target.requestable) target.requestable = time + wait;
    if (--target.gatesLeft === 0 && target.state === BEGUN) request(program, target);
  }
  if (program.run.detached.length > 0 && program.run.detached.includes(node)) return;
  for (const { target, world } of dependants.precedes) {
    if (target.executedIn === world) ready(program, target, time);
  }
}

function runDeferred(program: Program, time: number): void {
  if (!program.run.detachedAfterParsing) return;
  for (const script of program.run.detached) ready(program, script, time);
}

function ready(program: Program, node: SimNode, time: number): void {
  if (node.state === ABSENT) return;
  node.runnable = Math.max(node.runnable, time);
  countDownRuns(program, node);
}

/** Lets the first node go that waits for something that will not come; false when none waits. */
function releaseStuck(program: Program): boolean {
  const { nodes, run } = program;
  const held = nodes.find((node) => node.state === BEGUN);
  if (held) {
    held.gatesLeft = 0;
    request(program, held);
    return true;
  }
  const waiting = nodes.find((node) => node.state === WAITING);
  if (!waiting) return false;
  waiting.parentsLeft = -1;
  begin(program, waiting, Math.max(run.now, Math.max(0, waiting.start) + waiting.lag));
  return true;
}
