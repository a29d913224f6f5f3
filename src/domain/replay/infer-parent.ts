import type { Dependency } from './dependency.ts';
import { momentOf, type Point } from './load.ts';
import {
  CLOCK_SLACK,
  LONG_SINGLE_LAG,
  LONG_STABLE_LAG,
  LONGEST_INFERRED_LAG,
  LONGEST_SINGLE_INFERRED_LAG,
  STABLE_LAG,
} from './tuning.ts';
import { isInBoth, type Union, type UnionNode } from './union.ts';
import { BASELINE, type Both, CURRENT } from './world.ts';

export interface InferredParent {
  readonly dependency: Dependency;
  /** The loads in which it is a parent. */
  readonly worlds: Both<boolean>;
}

/** A moment after which others may have been requested. NaN where the node is not in that load. */
export interface ParentCandidate extends Dependency {
  readonly before: number;
  readonly after: number;
}

interface Search {
  readonly node: UnionNode;
  /** Start of the node in each load; NaN where it is not in it. */
  readonly before: number;
  readonly after: number;
  /** The gap to the known parents is the same in both loads, only long. */
  readonly stable: boolean;
  /** The gap one would expect of a candidate that is in one load only: the node's own gap in the other. */
  readonly usual: Both<number>;
}

/** A gap we expect of a single load: what one task takes. */
const USUAL_LAG = 40;

/** A guess from one load only starts this much behind one from two. */
const SINGLE_PENALTY = 5;

/** What is new was asked for by something new, unless something old ended just before it. */
const KNOWN_PENALTY = 15;

/** Fetches, scripts and style sheets by the moments at which they may cause a request. */
export function listParentCandidates({ nodes }: Union): ParentCandidate[] {
  const candidates: ParentCandidate[] = [];
  for (const from of nodes) {
    const { type } = from.latest;
    if (from.index === 0 || (type !== 'fetch' && type !== 'script' && type !== 'stylesheet')) continue;
    candidates.push(candidateAt(from, 'end'));
    if (type === 'script') candidates.push(candidateAt(from, 'executed'));
  }
  return candidates;
}

function candidateAt(from: UnionNode, point: Point): ParentCandidate {
  return { from, point, before: momentIn(from, BASELINE, point), after: momentIn(from, CURRENT, point) };
}

/**
 * Looks among the candidates for one that explains when `node` was requested better than its known parents do: whose
 * moment precedes the request by the most similar gap in both loads. `lags` are the gaps to the known parents.
 * Undefined when those are short and stable already, or when nothing explains a good part of them.
 */
export function inferParent(
  candidates: readonly ParentCandidate[],
  node: UnionNode,
  lags: Both<number | undefined>,
): InferredParent | undefined {
  const [before, after] = lags;
  const both = isInBoth(node);
  const difference = both ? Math.abs((after ?? 0) - (before ?? 0)) : (before ?? after ?? 0);
  const stable = both && difference < STABLE_LAG;
  const unexplained = stable ? Math.min(before ?? 0, after ?? 0) : difference;
  const limit = stable ? LONG_STABLE_LAG : both ? STABLE_LAG : LONG_SINGLE_LAG;
  if (unexplained < limit) return undefined;
  const usual = (lag: number | undefined): number => (both ? Math.min(Math.max(0, lag ?? 0), USUAL_LAG) : 0);
  const search: Search = {
    node,
    before: node.loads[BASELINE]?.start ?? Number.NaN,
    after: node.loads[CURRENT]?.start ?? Number.NaN,
    stable,
    usual: [usual(after), usual(before)],
  };
  const best = findBest(candidates, search, (stable ? 0.3 : 0.6) * unexplained);
  if (!best) return undefined;
  const worlds: Both<boolean> = [
    best.before <= search.before + CLOCK_SLACK,
    best.after <= search.after + CLOCK_SLACK,
  ];
  return { dependency: { from: best.from, point: best.point }, worlds };
}

function findBest(
  candidates: readonly ParentCandidate[],
  search: Search,
  limit: number,
): ParentCandidate | undefined {
  let best: ParentCandidate | undefined;
  let bar = limit;
  for (const candidate of candidates) {
    const score = scoreCandidate(candidate, search);
    if (score >= bar || candidate.from === search.node) continue;
    best = candidate;
    bar = score;
  }
  return best;
}

/** In ms of unexplained difference; Infinity when it cannot be the parent. Comparisons with NaN are false. */
function scoreCandidate(candidate: ParentCandidate, { before, after, stable, usual }: Search): number {
  const gapBefore = before - candidate.before;
  const gapAfter = after - candidate.after;
  const inBaseline = gapBefore === gapBefore;
  const inCurrent = gapAfter === gapAfter;
  if (inBaseline && inCurrent) {
    if (!isPossible(gapBefore, LONGEST_INFERRED_LAG) || !isPossible(gapAfter, LONGEST_INFERRED_LAG))
      return Infinity;
    return Math.abs(gapBefore - gapAfter) + (stable ? 0.5 : 0.05) * (gapBefore + gapAfter);
  }
  const isKnown = candidate.before === candidate.before && candidate.after === candidate.after;
  const penalty = isKnown ? KNOWN_PENALTY : 0;
  if (inCurrent) return scoreSingle(gapAfter, usual[CURRENT]) + penalty;
  return inBaseline ? scoreSingle(gapBefore, usual[BASELINE]) + penalty : Infinity;
}

function scoreSingle(gap: number, usual: number): number {
  if (!isPossible(gap, LONGEST_SINGLE_INFERRED_LAG)) return Infinity;
  return Math.abs(gap - usual) + SINGLE_PENALTY;
}

/** A script may ask for something shortly before it is over. */
function isPossible(gap: number, longest: number): boolean {
  return gap + CLOCK_SLACK > 0 && gap < longest;
}

function momentIn({ loads }: UnionNode, world: 0 | 1, point: Point): number {
  const loaded = loads[world];
  return loaded ? momentOf(loaded, point) : Number.NaN;
}
