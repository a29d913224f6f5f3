import { type Doubt, doubtOf, type Guess, judgeAny, judgeStable } from './gate-guess.ts';
import { type MilestoneName, milestoneOf, momentOf, type Point } from './load.ts';
import { LONG_DELAY, UNSTABLE_DELAY } from './tuning.ts';
import type { Union, UnionNode } from './union.ts';
import { BASELINE, type Both, CURRENT, inBoth, type World } from './world.ts';

export interface InferredGate {
  /** A resource, or DOMContentLoaded for what a client-rendered page paints after its deferred scripts. */
  readonly gate: { readonly node: UnionNode; readonly point: Point } | 'domContentLoaded';
  /** From the gate to the milestone in ms; undefined in a load where it holds nothing. */
  readonly lag: Both<number | undefined>;
  /** What remains of the delay after the known gates, so that the inferred one decides; undefined: all of it. */
  readonly ownDelay: Both<number | undefined>;
  /** It is one of the known gates, with a lag of its own. */
  readonly isKnown?: true;
}

/** A gate that other loads of the same page show, by the resource's URL. */
export interface KnownGate {
  readonly url: string;
  readonly point: Point;
}

export interface Unexplained {
  readonly name: MilestoneName;
  readonly observed: Both<number>;
  /** Time from the last known gate to the milestone. */
  readonly delays: Both<number>;
  /** The part of it in which no work is seen on the main thread: only waiting needs another gate. */
  readonly idle: Both<number>;
}

/** After the last delay that is known, a paint follows within a frame. */
const SETTLED_DELAY = 15;

/** Paint follows within a few frames of what it waited for; on a busy machine they are longer. */
const PROMPT = 60;
const PROMPT_SHARE = 0.15;

/** A resource that fits as well says more than an event. */
const INDIRECT = 5;

/**
 * Finds the resource a milestone waited for without saying so: the API call of a client-rendered page, the font of a
 * text, a chunk imported on demand. It is the one after whose end (or execution) the milestone follows by the most
 * similar time in both loads, or at once in the load that has a delay to explain. Looked for only where the idle delay
 * is unstable or long; never for the load event, all of whose gates are known. Where the two loads show none by
 * themselves and do not wait alike, the gate that other loads of the page show is taken, if both moments allow it.
 */
export function inferGate(
  union: Union,
  unexplained: Unexplained,
  known?: KnownGate,
): InferredGate | undefined {
  return findGate(union, unexplained) ?? (known && useKnown(union, unexplained, known));
}

/**
 * Musts: the loads wait idle for different lengths, by more than UNSTABLE_DELAY: an equal wait explains no difference;
 * the gate was there before the milestone in either load; where something else held the milestone up longer, the gap is
 * no lag of the gate's, so the shorter one counts for both loads.
 */
function useKnown(
  union: Union,
  unexplained: Unexplained,
  { url, point }: KnownGate,
): InferredGate | undefined {
  if (waitAlike(unexplained)) return undefined;
  const { observed, name, delays } = unexplained;
  const node = union.nodes.find((node) => node.latest.url === url && mayHold(node, name));
  if (!node) return undefined;
  const gaps = inBoth((world) => gapIn(node, point, { world, observed }));
  if (gaps.some((gap) => gap < -1)) return undefined;
  const shorter = Math.min(...gaps.filter((gap) => !Number.isNaN(gap)));
  const lag = inBoth((world) => (Number.isNaN(gaps[world]) ? undefined : shorter));
  const least = Math.max(0, Math.min(...delays));
  const rest = least > LONG_DELAY ? SETTLED_DELAY : least;
  const ownDelay = inBoth((world) => (lag[world] === undefined ? undefined : rest));
  return { gate: { node, point }, lag, ownDelay };
}

function findGate(union: Union, unexplained: Unexplained): InferredGate | undefined {
  const { name, delays, idle } = unexplained;
  const difference = Math.abs(idle[CURRENT] - idle[BASELINE]);
  const shorter = Math.min(...idle);
  const alike = waitAlike(unexplained);
  const stable = alike && shorter > LONG_DELAY;
  if (name === 'load' || name === 'domInteractive' || (alike && !stable)) return undefined;
  const rest = stable ? SETTLED_DELAY : Math.max(0, Math.min(...delays));
  const longer = idle[CURRENT] > idle[BASELINE] ? CURRENT : BASELINE;
  const prompt = Math.max(PROMPT, PROMPT_SHARE * difference);
  const best = findBest(union, unexplained, {
    judge: stable ? judgeStable : (gaps, doubt) => judgeAny(gaps, doubt, { longer, prompt, usual: rest }),
    bar: stable ? 0.4 * shorter : 0.5 * difference,
  });
  if (!best) return undefined;
  const [before, after] = best.lag;
  const ownDelay = [before === undefined ? undefined : rest, after === undefined ? undefined : rest] as const;
  return { gate: best.gate, lag: best.lag, ownDelay };
}

/** Neither load waits idle for longer than the other, give or take what two loads differ by. */
function waitAlike({ idle }: Unexplained): boolean {
  return Math.abs(idle[CURRENT] - idle[BASELINE]) <= UNSTABLE_DELAY;
}

type Judge = (gaps: Both<number>, doubt: Doubt) => Guess | undefined;

interface Candidate {
  readonly gate: InferredGate['gate'];
  readonly gaps: Both<number>;
  readonly doubt: Doubt;
}

function findBest(
  union: Union,
  unexplained: Unexplained,
  { judge, bar }: { judge: Judge; bar: number },
): (Guess & { gate: InferredGate['gate'] }) | undefined {
  let best: (Guess & { gate: InferredGate['gate'] }) | undefined;
  for (const { gate, gaps, doubt } of listCandidates(union, unexplained)) {
    const guess = judge(gaps, doubt);
    if (guess && guess.score < (best?.score ?? bar)) best = { ...guess, gate };
  }
  return best;
}

function listCandidates(union: Union, { name, observed }: Unexplained): Candidate[] {
  const candidates = union.nodes.flatMap((node): Candidate[] => {
    if (!mayHold(node, name)) return [];
    const doubt = doubtOf(node.latest);
    return pointsOf(node).map((point) => {
      const gaps = inBoth((world) => gapIn(node, point, { world, observed }));
      return { gate: { node, point }, gaps, doubt };
    });
  });
  if (name === 'domContentLoaded') return candidates;
  const gaps = inBoth((world) => {
    const loaded = milestoneOf(union.loads[world], 'domContentLoaded');
    return loaded === undefined ? Number.NaN : observed[world] - loaded;
  });
  return [...candidates, { gate: 'domContentLoaded', gaps, doubt: { score: INDIRECT, mayBegin: false } }];
}

/** From the resource to the milestone; NaN where the resource is not in that load. */
function gapIn(
  { loads }: UnionNode,
  point: Point,
  { world, observed }: { world: World; observed: Both<number> },
): number {
  const loaded = loads[world];
  return loaded ? observed[world] - momentOf(loaded, point) : Number.NaN;
}

/** A frame is nothing to wait for, media plays when it can; a missing image holds only the paint that shows it. */
function mayHold({ index, latest }: UnionNode, name: MilestoneName): boolean {
  if (latest.type === 'image') return name === 'largestContentfulPaint';
  return index > 0 && !['document', 'media', 'other'].includes(latest.type);
}

function pointsOf({ latest }: UnionNode): readonly Point[] {
  return latest.type === 'script' ? ['end', 'executed'] : ['end'];
}
