import type { ResourceType } from '../snapshot.ts';
import type { LoadNode } from './load.ts';
import { sortByTime } from './sort-by-time.ts';
import { SHORTEST_CALIBRATION } from './tuning.ts';
import { hasSameSize, type Union, type UnionNode } from './union.ts';
import { BASELINE, type Both, CURRENT, inBoth, type World } from './world.ts';

/**
 * How downloads share the line. While the weights of all running downloads add up to S, one of weight w proceeds at
 * (w / S)^α of full speed: α = 0 is a line nobody can fill, α = 1 one that they always share. `work` is the duration
 * each download would have alone, by node index.
 */
export interface Contention {
  readonly alpha: number;
  readonly weights: Float64Array;
  readonly work: Both<Float64Array>;
}

interface Hypothesis {
  readonly alpha: number;
  readonly weighted: boolean;
}

/** Priorities only matter where a line is shared. The simpler hypothesis comes first and wins ties. */
const HYPOTHESES: readonly Hypothesis[] = [
  { alpha: 0, weighted: false },
  { alpha: 0.5, weighted: false },
  { alpha: 1, weighted: false },
  { alpha: 0.5, weighted: true },
  { alpha: 1, weighted: true },
];

/** A more complex hypothesis must explain at least this share more of the downloads' durations. */
const COMPLEXITY_PRICE = 0.005;

interface Edge {
  readonly time: number;
  readonly begins: boolean;
  readonly index: number;
}

/**
 * Chooses the hypothesis under which downloads of unchanged bytes needed the most similar work in both loads: the two
 * loads calibrate each other, so neither bandwidth nor protocol need be known. Without any such download α is 0; a given
 * `alpha` is taken as it is.
 */
export function calibrateContention(union: Union, alpha?: number): Contention {
  const edges = inBoth((world) => listEdges(union, world));
  const unchanged = union.nodes.filter(isUnchangedDownload);
  const hypotheses = alpha === undefined ? HYPOTHESES : [{ alpha, weighted: false }];
  const equal = new Float64Array(union.nodes.length).fill(1);
  const prioritised = new Float64Array(union.nodes.map(({ latest }) => weightOf(latest)));
  let best: (Contention & { error: number }) | undefined;
  for (const { alpha, weighted } of hypotheses) {
    const price = COMPLEXITY_PRICE * (alpha + (weighted ? 1 : 0));
    const bar = best ? best.error - 1e-6 : Infinity;
    if (price >= bar) continue;
    const weights = weighted ? prioritised : equal;
    const work = inBoth((world) => measureWork(edges[world], weights, alpha));
    const error = disagreement(unchanged, work) + price;
    if (error < bar) best = { alpha, weights, work, error };
  }
  if (!best) throw new RangeError('expected at least one hypothesis');
  return best;
}

function listEdges({ nodes }: Union, world: World): Edge[] {
  const edges: Edge[] = [];
  for (const { index, loads } of nodes) {
    const node = loads[world];
    if (!node || node.download <= 0) continue;
    edges.push({ time: node.response, begins: true, index }, { time: node.end, begins: false, index });
  }
  return sortByTime(edges);
}

/** A general power takes ten times as long, and these are the ones there are. */
function speedOf(sum: number, alpha: number): number {
  if (alpha === 0) return 1;
  if (alpha === 1) return 1 / sum;
  return alpha === 0.5 ? 1 / Math.sqrt(sum) : sum ** -alpha;
}

/** Integrates the speed of a download of weight 1 over time; a download's work is the difference over its window. */
function measureWork(edges: readonly Edge[], weights: Float64Array, alpha: number): Float64Array {
  const work = new Float64Array(weights.length);
  const begun = new Float64Array(weights.length);
  let running = 0;
  let sum = 0;
  let time = 0;
  let progress = 0;
  for (const edge of edges) {
    if (running > 0) progress += (edge.time - time) * speedOf(sum, alpha);
    time = edge.time;
    const weight = weights[edge.index] ?? 1;
    running += edge.begins ? 1 : -1;
    sum = running === 0 ? 0 : sum + (edge.begins ? weight : -weight);
    if (edge.begins) begun[edge.index] = progress;
    else work[edge.index] = Math.max(0, progress - (begun[edge.index] ?? 0)) / speedOf(weight, alpha);
  }
  return work;
}

function isUnchangedDownload({ loads: [before, after] }: UnionNode): boolean {
  if (!before || !after || !hasSameSize(before, after)) return false;
  return Math.max(before.download, after.download) > SHORTEST_CALIBRATION;
}

function disagreement(unchanged: readonly UnionNode[], work: Both<Float64Array>): number {
  let difference = 0;
  let total = 1e-9;
  for (const { index } of unchanged) {
    const before = work[BASELINE][index] ?? 0;
    const after = work[CURRENT][index] ?? 0;
    difference += Math.abs(before - after);
    total += before + after;
  }
  return difference / total;
}

const WEIGHT_OF_PRIORITY: Readonly<Record<string, number>> = {
  VeryHigh: 8,
  Highest: 8,
  High: 4,
  Medium: 2,
  Low: 1,
  Lowest: 0.5,
  VeryLow: 0.5,
};

/** Shares of the line by the browser's default priorities: the HTTP/2 weights Chromium used, rounded. */
const WEIGHT_OF_TYPE: Readonly<Record<ResourceType, number>> = {
  document: 8,
  stylesheet: 8,
  font: 6,
  fetch: 4,
  script: 1,
  image: 1,
  media: 1,
  other: 1,
};

const WEIGHT_OF_BLOCKING_SCRIPT = 4;

function weightOf({ resource, type, renderBlocking }: LoadNode): number {
  const known = WEIGHT_OF_PRIORITY[resource?.networkLog?.priority ?? ''];
  if (known !== undefined) return known;
  return type === 'script' && renderBlocking ? WEIGHT_OF_BLOCKING_SCRIPT : WEIGHT_OF_TYPE[type];
}
