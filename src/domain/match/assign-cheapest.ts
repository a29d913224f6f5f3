import type { Candidate } from './candidate.ts';
import { pairCost } from './pair-cost.ts';

interface Pair {
  readonly before: Candidate;
  readonly after: Candidate;
  readonly cost: number;
}

/** For names that leave no doubt: pair as many as there are. */
export const ANY_COST = 9;

/** Equal names stand near each other in both loads; this keeps a bucket of hundreds from costing its square. */
const WINDOW = 40;
const MAX_BUCKET = 400;

/** In a bucket of three, one place further is no third of the way to being another file. */
const SMALL_BUCKET = 8;

/**
 * Pairs two lists of candidates that share a key, cheapest pair first, each candidate once, none beyond `maxCost`.
 * Greedy, because the optimal assignment is cubic and wrong as often: the costs are guesses themselves.
 */
export function assignCheapest(
  before: readonly Candidate[],
  after: readonly Candidate[],
  maxCost: number,
): Pair[] {
  const pairs = listPairs(before.slice(0, MAX_BUCKET), after.slice(0, MAX_BUCKET));
  const used = new Set<Candidate>();
  const assigned: Pair[] = [];
  for (const pair of pairs.sort((a, b) => a.cost - b.cost)) {
    if (pair.cost > maxCost) break;
    if (used.has(pair.before) || used.has(pair.after)) continue;
    used.add(pair.before).add(pair.after);
    assigned.push(pair);
  }
  return assigned;
}

/** Ranks are taken within the bucket: what stands before or after it does not matter. */
function listPairs(before: readonly Candidate[], after: readonly Candidate[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [x, a] of before.entries()) {
    const start = Math.max(0, x - WINDOW);
    for (const [offset, b] of after.slice(start, x + WINDOW).entries()) {
      const ranked = { resource: a.resource, rank: x / Math.max(before.length, SMALL_BUCKET) };
      const other = { resource: b.resource, rank: (start + offset) / Math.max(after.length, SMALL_BUCKET) };
      pairs.push({ before: a, after: b, cost: pairCost(ranked, other) });
    }
  }
  return pairs;
}
