import { type LoadNode, momentOf, type Point } from './load.ts';
import { sortByTime } from './sort-by-time.ts';
import { CLOCK_SLACK, QUEUE_RELEASE, QUEUED, SAME_CONNECTION_RELEASE, SHORTEST_EXECUTION } from './tuning.ts';
import type { Union, UnionNode } from './union.ts';
import { type Both, inBoth, otherWorld, type World, WORLDS } from './world.ts';

/** A request that could not be sent before another one was over: a connection or the scheduler was busy. */
export interface QueueGate {
  readonly node: UnionNode;
  readonly released: { readonly by: UnionNode; readonly point: Point };
  /** From the release to the request, in ms; undefined in a load that shows the gate does not hold there. */
  readonly delay: Both<number | undefined>;
}

export interface Queues {
  readonly gates: readonly QueueGate[];
  /** Time in the queue that no gate explains, by node index. */
  readonly own: Both<Float64Array>;
}

interface Release {
  readonly time: number;
  readonly by: UnionNode;
  readonly loaded: LoadNode;
  readonly point: Point;
}

/**
 * Finds what held requests back: for each that stalled clearly longer than its host requires, the resource whose end
 * released it. This covers the six connections of HTTP/1.1 and the browser's own delaying of what is less urgent.
 * The gate is taken to hold in the other load too, unless the request was sent there before it would have opened.
 */
export function findQueueGates(union: Union): Queues {
  const own = inBoth(() => new Float64Array(union.nodes.length));
  const gates = WORLDS.flatMap((world) => findGatesIn(union, world, own[world]));
  return { gates, own };
}

function findGatesIn(union: Union, world: World, own: Float64Array): QueueGate[] {
  const usualStalls = new Map<string, number>();
  const releases = listReleases(union, world);
  const gates: QueueGate[] = [];
  for (const node of union.nodes) {
    const loaded = node.loads[world];
    if (!loaded) continue;
    own[node.index] = loaded.queue;
    // No stall is negative: what stalled for less was not held.
    if (node.index === 0 || loaded.opaque || loaded.stalled < QUEUED) continue;
    const usual = usualStalls.get(loaded.host) ?? measureUsualStall(union, world, loaded.host);
    usualStalls.set(loaded.host, usual);
    const held = loaded.stalled - usual;
    const release = held < QUEUED ? undefined : findRelease(releases, loaded);
    if (!release) continue;
    own[node.index] = loaded.queue - held;
    gates.push(createGate(node, release, world));
  }
  return gates;
}

function createGate(node: UnionNode, { by, point, time }: Release, world: World): QueueGate {
  const elsewhere = otherWorld(world);
  const request = node.loads[elsewhere]?.request;
  const opener = by.loads[elsewhere];
  const here = (node.loads[world]?.request ?? 0) - time;
  const delayThere = delayElsewhere(request, opener && momentOf(opener, point), here);
  const delay: Both<number | undefined> = world === 0 ? [here, delayThere] : [delayThere, here];
  return { node, released: { by, point }, delay };
}

/**
 * The delay in the load where the gate was not found. Without its opener there it is the same: whoever brings the opener
 * brings the gate. With it, the request must not have been sent before the gate would have opened.
 */
function delayElsewhere(
  request: number | undefined,
  opened: number | undefined,
  here: number,
): number | undefined {
  if (request === undefined || opened === undefined) return here;
  return request >= opened ? Math.min(here, request - opened) : undefined;
}

/** The release nearest before the request; one on the same connection before any other. */
function findRelease(releases: readonly Release[], loaded: LoadNode): Release | undefined {
  const connection = loaded.resource?.networkLog?.connection;
  let best: Release | undefined;
  let bestScore = Infinity;
  for (let i = firstFrom(releases, loaded.request - SAME_CONNECTION_RELEASE); i < releases.length; i++) {
    const release = releases[i];
    if (!release || release.time > loaded.request) break;
    if (release.loaded === loaded || release.time < loaded.start - CLOCK_SLACK) continue;
    const gap = loaded.request - release.time;
    const same = connection !== undefined && release.loaded.resource?.networkLog?.connection === connection;
    if (!same && gap > QUEUE_RELEASE) continue;
    const later = release.loaded.start > loaded.start ? 3 : 0;
    const score = gap + later - (same ? 20 : 0);
    if (score >= bestScore) continue;
    best = release;
    bestScore = score;
  }
  return best;
}

function firstFrom(releases: readonly Release[], time: number): number {
  let low = 0;
  let high = releases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((releases[middle]?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function listReleases({ nodes }: Union, world: World): Release[] {
  const releases: Release[] = [];
  for (const by of nodes) {
    const loaded = by.loads[world];
    if (!loaded) continue;
    releases.push({ time: loaded.end, by, loaded, point: 'end' });
    if (loaded.execution > SHORTEST_EXECUTION)
      releases.push({ time: loaded.executed, by, loaded, point: 'executed' });
  }
  return sortByTime(releases);
}

/** The shortest stall of a host: what a request to it takes to be sent that nothing holds back. */
function measureUsualStall({ nodes }: Union, world: World, host: string): number {
  let shortest = Infinity;
  for (const { index, loads } of nodes) {
    const loaded = loads[world];
    if (index === 0 || !loaded || loaded.opaque || loaded.host !== host) continue;
    shortest = Math.min(shortest, loaded.stalled);
  }
  return shortest;
}
