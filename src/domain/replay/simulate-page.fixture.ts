import type { PageSpec, ResourceSpec } from './page-spec.fixture.ts';

export interface Fetched {
  readonly spec: ResourceSpec;
  start: number;
  request: number;
  response: number;
  end: number;
  /** Main-thread window of a script; both at `end` where it has none. */
  executionStart: number;
  executed: number;
}

export interface MainThreadTask {
  readonly start: number;
  readonly duration: number;
  readonly kind: 'parse' | 'inline' | 'script' | 'callback' | 'layout';
  readonly script?: string;
}

export interface Timeline {
  readonly document: { request: number; response: number; end: number };
  readonly fetched: readonly Fetched[];
  readonly tasks: readonly MainThreadTask[];
  readonly moments: Moments;
}

export interface Moments {
  firstPaint: number;
  largestPaint: number;
  interactive: number;
  contentLoaded: number;
  load: number;
  /** When network and main thread were last busy. */
  busy: number;
}

/** Multiplies a duration by noise; the same seed gives the same noise. */
export type Jitter = (duration: number) => number;

const TICK = 0.5;
const CONNECTIONS = 6;
const HEADERS = 300;
const LAYOUT_PER_ELEMENT = 0.012;
const PARSE_PER_ELEMENT = 0.02;
const FRAME = 8;
const LONGEST = 60_000;

interface Live extends Fetched {
  readonly serverTime: number;
  readonly isScript: boolean;
  readonly host: string;
  left: number;
  state: 'hidden' | 'queued' | 'waiting' | 'loading' | 'ended' | 'done';
}

interface Work {
  readonly task: Omit<MainThreadTask, 'start'>;
  readonly done: (time: number) => void;
}

interface Stage {
  readonly page: PageSpec;
  readonly cost: (duration: number) => number;
  readonly document: { request: number; response: number; end: number };
  readonly lives: readonly Live[];
  readonly tasks: MainThreadTask[];
  readonly queue: Work[];
  readonly moments: Moments;
  running: { work: Work; end: number } | undefined;
  htmlLeft: number;
  inlineDone: boolean;
  parseQueued: boolean;
  paintQueued: boolean;
}

/**
 * Loads a page tick by tick: six connections a host, a line shared equally, one main thread. Deliberately simple and
 * literal, so that what the replay infers from the outcome can be checked against what was put in.
 */
export function simulatePage(page: PageSpec, jitter: Jitter = (duration) => duration): Timeline {
  const stage = createStage(page, jitter);
  for (let time = stage.document.response; time < LONGEST && !isOver(stage); time += TICK) {
    finishTask(stage, time);
    discover(stage, time);
    send(stage, time);
    transfer(stage, time);
    parse(stage, time);
    runScripts(stage, time);
    runMainThread(stage, time);
    mark(stage, time);
  }
  return { document: stage.document, fetched: stage.lives, tasks: stage.tasks, moments: stage.moments };
}

function createStage(page: PageSpec, jitter: Jitter): Stage {
  const request = page.redirect + 4 + page.latency;
  const response = Math.round(request + page.latency + jitter(page.server));
  const never = { firstPaint: Infinity, largestPaint: Infinity, interactive: Infinity };
  return {
    page,
    cost: (duration) => jitter(duration) * page.processor,
    document: { request, response, end: Infinity },
    lives: page.resources.map((spec) => createLive(spec, jitter)),
    tasks: [],
    queue: [],
    moments: { ...never, contentLoaded: Infinity, load: Infinity, busy: 0 },
    running: undefined,
    htmlLeft: page.size,
    inlineDone: false,
    parseQueued: false,
    paintQueued: false,
  };
}

function createLive(spec: ResourceSpec, jitter: Jitter): Live {
  return {
    spec,
    start: 0,
    request: 0,
    response: 0,
    end: 0,
    executionStart: 0,
    executed: 0,
    serverTime: jitter(spec.server ?? 20),
    isScript: /\.m?js$/.test(spec.path),
    host: spec.path.startsWith('/') ? '' : new URL(spec.path).host,
    left: spec.size + HEADERS,
    state: 'hidden',
  };
}

function discover({ lives, document, moments }: Stage, time: number): void {
  for (const [i, live] of lives.entries()) {
    if (live.state !== 'hidden') continue;
    const { after, lazy } = live.spec;
    const parsed = time >= document.response + 2 + 0.5 * i;
    const seen = after ? isDone(lives, after) : lazy ? time >= moments.interactive : parsed;
    if (!seen) continue;
    live.start = time + (after || lazy ? 2 : 0);
    live.state = 'queued';
  }
}

function send({ lives, page }: Stage, time: number): void {
  const open = new Map<string, number>();
  for (const { state, host } of lives) {
    if (state === 'waiting' || state === 'loading') open.set(host, (open.get(host) ?? 0) + 1);
  }
  for (const live of lives) {
    const used = open.get(live.host) ?? 0;
    if (live.state !== 'queued' || live.start > time || used >= CONNECTIONS) continue;
    open.set(live.host, used + 1);
    live.request = time + 1 + (live.spec.connect ?? 0);
    live.response = live.spec.cached ? time + 2 : live.request + page.latency + live.serverTime;
    live.state = 'waiting';
  }
}

function transfer(stage: Stage, time: number): void {
  const { lives, page, document } = stage;
  for (const live of lives) if (live.state === 'waiting' && live.response <= time) live.state = 'loading';
  const loading = lives.filter(({ state }) => state === 'loading');
  const flows = loading.filter(({ spec }) => !spec.cached).length + (stage.htmlLeft > 0 ? 1 : 0);
  const share = (page.bandwidth * TICK) / Math.max(1, flows);
  if (stage.htmlLeft > 0) {
    stage.htmlLeft -= share;
    if (stage.htmlLeft <= 0) document.end = time;
  }
  for (const live of loading) {
    live.left -= live.spec.cached ? live.left : Math.min(share, (live.spec.rate ?? Infinity) * TICK);
    if (live.left > 0) continue;
    live.end = time;
    live.executionStart = time;
    live.executed = time;
    live.state = live.isScript ? 'ended' : 'done';
  }
}

/** The parser waits for blocking scripts, and those for the style sheets before them; the first paint waits for all of them. */
function parse(stage: Stage, time: number): void {
  const { lives, queue, page, moments, cost } = stage;
  const blocking = lives.filter(({ spec }) => spec.mode === 'blocking');
  const styled = blocking.every(({ isScript, state }) => isScript || state === 'done');
  const script = blocking.find(({ isScript, state }) => isScript && state !== 'done');
  const earlier = script ? blocking.slice(0, blocking.indexOf(script)) : [];
  if (script?.state === 'ended' && earlier.every(({ state }) => state === 'done')) queueScript(stage, script);
  if (script || stage.document.end > time) return;
  if (page.inline > 0 && !stage.inlineDone && !styled) return;
  if (page.inline > 0 && !stage.inlineDone) {
    queue.push({ task: { duration: cost(page.inline), kind: 'inline' }, done: () => {} });
    stage.inlineDone = true;
  }
  if (!stage.parseQueued) {
    stage.parseQueued = true;
    const parsing = cost(page.elements * PARSE_PER_ELEMENT + page.parse);
    queue.push({ task: { duration: parsing, kind: 'parse' }, done: (end) => (moments.interactive = end) });
  }
  if (stage.paintQueued || !styled) return;
  stage.paintQueued = true;
  const layout = cost(page.elements * LAYOUT_PER_ELEMENT + page.layout) + FRAME;
  queue.push({ task: { duration: layout, kind: 'layout' }, done: (end) => (moments.firstPaint = end) });
}

function runScripts(stage: Stage, time: number): void {
  const { lives, moments } = stage;
  for (const live of lives) {
    const atOnce = live.spec.mode === 'async' || live.spec.mode === undefined;
    if (atOnce && live.state === 'ended') queueScript(stage, live);
  }
  if (moments.interactive > time) return;
  const next = lives.find(({ spec, state }) => spec.mode === 'deferred' && state !== 'done');
  if (next?.state === 'ended') queueScript(stage, next);
  if (!next) moments.contentLoaded = Math.min(moments.contentLoaded, time + 1);
}

function queueScript({ queue, cost }: Stage, live: Live): void {
  const script = live.spec.path;
  if (queue.some(({ task }) => task.script === script && task.kind === 'script')) return;
  const duration = Math.max(0.5, cost(live.spec.execute ?? 1));
  const done = (end: number): void => {
    live.executionStart = end - duration;
    live.executed = end;
    live.state = 'done';
    const later = cost(live.spec.later ?? 0);
    if (later > 0) queue.push({ task: { duration: later, kind: 'callback', script }, done: () => {} });
  };
  queue.push({ task: { duration, kind: 'script', script }, done });
}

function runMainThread(stage: Stage, time: number): void {
  const work = stage.queue[0];
  if (stage.running || !work) return;
  stage.tasks.push({ ...work.task, start: time });
  stage.running = { work, end: time + work.task.duration };
}

function finishTask(stage: Stage, time: number): void {
  const { running, queue } = stage;
  if (!running || running.end > time) return;
  stage.running = undefined;
  queue.shift();
  running.work.done(running.end);
}

function mark({ lives, moments, page, running, queue }: Stage, time: number): void {
  const { waitsFor } = page.largest;
  if (moments.largestPaint === Infinity && moments.firstPaint <= time) {
    const ready = waitsFor.every((path) => isDone(lives, path));
    if (ready) moments.largestPaint = time > moments.firstPaint + 2 ? time + FRAME : moments.firstPaint;
  }
  const holding = lives.some(({ spec, state }) => !spec.path.includes('/api/') && state !== 'done');
  if (moments.load === Infinity && moments.contentLoaded <= time && !holding) moments.load = time + 1;
  if (running || queue.length > 0 || lives.some(({ state }) => state !== 'done')) moments.busy = time;
}

function isOver({ moments, lives, queue }: Stage): boolean {
  const reached = moments.load < Infinity && moments.largestPaint < Infinity;
  return reached && queue.length === 0 && lives.every(({ state }) => state === 'done');
}

function isDone(lives: readonly Live[], path: string): boolean {
  return lives.some(({ spec, state }) => spec.path === path && state === 'done');
}
