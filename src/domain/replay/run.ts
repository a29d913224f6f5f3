import {
  ABSENT,
  BEGUN,
  END,
  EXECUTED,
  type GateEdges,
  IN_NEITHER,
  MOMENTS,
  type Program,
  REQUESTED,
  RESPONSE,
  type RunState,
  WAITING,
} from './program.ts';

/** Kinds of events, in the low bits of their codes; the node is above them. */
const RESPONDS = 0;
const RUNNABLE = 1;
const HAS_RUN = 2;
const KINDS = 4;

/**
 * Replays the load that the switches describe, and leaves the moments of every node behind.
 *
 * Musts:
 * - A node starts `lag` after the last of its present parents, is requested after its queue and its open gates, has its
 *   response `server` later, and ends when its share of the line has done its `work`.
 * - It runs after its own end and what runs before it, one at a time on the main thread, in the order of readiness.
 * - A node whose parents are all absent hangs on the document.
 * - Nodes that wait for each other are released in order of start: a replay always ends.
 *
 * On a line that nobody can fill (α = 0) downloads do not slow each other down: what a moment brings about is worked out
 * at once, and only the main thread is a matter of turns. A chain of nodes is then as many calls deep, and bounded as
 * the nodes are.
 */
export function runProgram(program: Program): void {
  const { run, size } = program;
  reset(program);
  const redirect = program.redirect[program.selected[program.board.globals.redirect] === 1 ? 1 : 0];
  begin(program, 0, run.skipRedirect ? 0 : redirect);
  // Every node passes five stages at most; the rest is for nodes that are released from a stuck state.
  for (let steps = 30 * size + 200; steps > 0; steps--) {
    const event = run.events.earliest();
    const download = nextDownloadEnd(run);
    if (event === Infinity && download === Infinity) {
      if (!releaseStuck(program)) return;
    } else if (event <= download) handleEvent(program, event);
    else endDownload(program, download);
  }
}

function reset(program: Program): void {
  const { run, chosen } = program;
  if (!run.counted) countWaits(program);
  run.events.clear();
  run.downloads.clear();
  run.now = 0;
  run.virtualTime = 0;
  run.virtualAt = 0;
  run.running = 0;
  run.runningWeight = 0;
  run.speed = 1;
  run.mainThreadFreeAt = 0;
  // Absent and waiting are numbered as absent and present are.
  run.state.set(chosen.present);
  run.left.set(run.waits);
  run.clock.fill(-Infinity);
}

/** Counts for every node what of the present nodes it has to wait for. */
function countWaits(program: Program): void {
  const { run, chosen, size } = program;
  run.parents.fill(0);
  run.gates.fill(0);
  run.runs.fill(1);
  for (let node = 0; node < size; node++) {
    if (chosen.present[node] === 1) announce(program, node);
  }
  if (run.detachedAfterParsing) {
    for (const node of run.detached) if (chosen.present[node] === 1) increment(run.runs, node);
  }
  run.counted = true;
}

/** Tells every dependant of a present node that there is one more thing to wait for. */
function announce({ run, chosen, discovers, releases, precedes }: Program, node: number): void {
  const from = MOMENTS * node;
  const to = from + MOMENTS;
  for (let e = discovers.first[from] as number; e < (discovers.first[to] as number); e++) {
    const target = discovers.target[e] as number;
    if (chosen.discoveredIn[target] === discovers.world[e]) increment(run.parents, target);
  }
  for (let e = releases.first[from] as number; e < (releases.first[to] as number); e++) {
    const target = releases.target[e] as number;
    if (!Number.isNaN(delayOf(releases, e, chosen.queuedIn[target] as number))) increment(run.gates, target);
  }
  if (run.detached.includes(node)) return;
  for (let e = precedes.first[from] as number; e < (precedes.first[to] as number); e++) {
    const target = precedes.target[e] as number;
    if (chosen.executedIn[target] === precedes.world[e]) increment(run.runs, target);
  }
}

/** NaN where the gate does not hold. */
function delayOf({ delay }: GateEdges, edge: number, world: number): number {
  return world === IN_NEITHER ? Number.NaN : (delay[2 * edge + world] as number);
}

function increment(counters: Int32Array, node: number): void {
  counters[node] = (counters[node] as number) + 1;
}

/** Returns what is left to wait for. */
function decrement(counters: Int32Array, node: number): number {
  const left = (counters[node] as number) - 1;
  counters[node] = left;
  return left;
}

function handleEvent(program: Program, time: number): void {
  const { run } = program;
  const code = run.events.pop();
  const node = Math.floor(code / KINDS);
  run.now = time;
  switch (code % KINDS) {
    case RESPONDS:
      return respond(program, node, time);
    case RUNNABLE:
      return execute(program, node, time);
    default:
      return pass(program, MOMENTS * node + EXECUTED, time);
  }
}

/** A moment has come: notes it, and counts down what waited for it; what has nothing left to wait for goes on. */
function pass(program: Program, moment: number, time: number): void {
  const { run } = program;
  run.moments[moment] = time;
  if (time > run.now) run.now = time;
  if (program.awaited[moment] === 0) return;
  discover(program, moment, time);
  release(program, moment, time);
  precede(program, moment, time);
}

function discover(program: Program, moment: number, time: number): void {
  const { discovers, run, chosen } = program;
  const to = discovers.first[moment + 1] as number;
  for (let e = discovers.first[moment] as number; e < to; e++) {
    const target = discovers.target[e] as number;
    if (run.state[target] !== WAITING || chosen.discoveredIn[target] !== discovers.world[e]) continue;
    if (time > (run.start[target] as number)) run.start[target] = time;
    if (decrement(run.parentsLeft, target) === 0)
      begin(program, target, (run.start[target] as number) + (chosen.lag[target] as number));
  }
}

function release(program: Program, moment: number, time: number): void {
  const { releases, run, chosen } = program;
  const to = releases.first[moment + 1] as number;
  for (let e = releases.first[moment] as number; e < to; e++) {
    const target = releases.target[e] as number;
    const state = run.state[target];
    const opened = time + delayOf(releases, e, chosen.queuedIn[target] as number);
    if (Number.isNaN(opened) || state === ABSENT || state === REQUESTED) continue;
    if (opened > (run.requestable[target] as number)) run.requestable[target] = opened;
    if (decrement(run.gatesLeft, target) === 0 && state === BEGUN) request(program, target);
  }
}

function precede(program: Program, moment: number, time: number): void {
  const { precedes, run, chosen } = program;
  if (run.detached.length > 0 && run.detached.includes(Math.floor(moment / MOMENTS))) return;
  const to = precedes.first[moment + 1] as number;
  for (let e = precedes.first[moment] as number; e < to; e++) {
    const target = precedes.target[e] as number;
    if (chosen.executedIn[target] === precedes.world[e]) ready(program, target, time);
  }
}

function begin(program: Program, node: number, discovered: number): void {
  const { run, chosen } = program;
  run.start[node] = Math.max(0, discovered) + (chosen.queue[node] as number);
  run.state[node] = BEGUN;
  if ((run.gatesLeft[node] as number) <= 0) request(program, node);
}

function request(program: Program, node: number): void {
  const { run, chosen, alpha } = program;
  run.state[node] = REQUESTED;
  const sent = Math.max(run.start[node] as number, run.requestable[node] as number);
  const time = sent + (chosen.server[node] as number);
  if (alpha === 0) respond(program, node, time);
  else run.events.push(time, node * KINDS + RESPONDS);
}

function respond(program: Program, node: number, time: number): void {
  const { run, chosen, weight, weightPower, alpha } = program;
  pass(program, MOMENTS * node + RESPONSE, time);
  if (node === 0) beginOrphans(program, time);
  const work = Math.max(0, chosen.work[node] as number);
  if (work === 0 || alpha === 0) return finish(program, node, time + work);
  advance(run, Math.max(time, run.virtualAt));
  run.running++;
  changeLine(program, weight[node] as number);
  run.downloads.push(run.virtualTime + work / (weightPower[node] as number), node);
}

/** What has no parent to wait for is found in the document. */
function beginOrphans(program: Program, time: number): void {
  const { run, chosen, size } = program;
  for (let node = 1; node < size; node++) {
    if (run.state[node] === WAITING && run.parentsLeft[node] === 0)
      begin(program, node, time + (chosen.lag[node] as number));
  }
}

function endDownload(program: Program, time: number): void {
  const { run } = program;
  advance(run, Math.max(time, run.virtualAt));
  const node = run.downloads.pop();
  run.running--;
  changeLine(program, -(program.weight[node] as number));
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

function finish(program: Program, node: number, time: number): void {
  pass(program, MOMENTS * node + END, time);
  ready(program, node, time);
}

/** One thing less that a node waits for before it runs. */
function ready(program: Program, node: number, time: number): void {
  const { run, chosen } = program;
  if (run.state[node] === ABSENT) return;
  const runnable = Math.max(run.runnable[node] as number, time);
  run.runnable[node] = runnable;
  if (decrement(run.runsLeft, node) !== 0) return;
  const lag = chosen.executionLag[node] as number;
  const runs = (chosen.execution[node] as number) > 0 || lag > 0;
  if (runs && (node > 0 || program.alpha > 0))
    return run.events.push(runnable + lag, node * KINDS + RUNNABLE);
  return node === 0 ? parsed(program, runnable + lag) : pass(program, MOMENTS * node + EXECUTED, runnable);
}

function parsed(program: Program, time: number): void {
  const { run } = program;
  pass(program, EXECUTED, time);
  if (!run.detachedAfterParsing) return;
  for (const script of run.detached) ready(program, script, time);
}

/** Parsing of the document ends when it may; a script takes the main thread for as long as it runs. */
function execute(program: Program, node: number, time: number): void {
  const { run, chosen } = program;
  if (node === 0) return parsed(program, time);
  const waits = run.mainThreadFreeAt > time;
  const start = waits ? run.mainThreadFreeAt + (chosen.executionPause[node] as number) : time;
  run.mainThreadFreeAt = start + (chosen.execution[node] as number);
  run.events.push(run.mainThreadFreeAt, node * KINDS + HAS_RUN);
}

/** Lets the first node go that waits for something that will not come; false when none waits. */
function releaseStuck(program: Program): boolean {
  const { run, chosen } = program;
  const held = run.state.indexOf(BEGUN);
  if (held >= 0) {
    run.gatesLeft[held] = 0;
    request(program, held);
    return true;
  }
  const waiting = run.state.indexOf(WAITING);
  if (waiting < 0) return false;
  run.parentsLeft[waiting] = -1;
  const start = Math.max(0, run.start[waiting] as number) + (chosen.lag[waiting] as number);
  begin(program, waiting, Math.max(run.now, start));
  return true;
}
