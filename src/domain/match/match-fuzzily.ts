import type { Candidate } from './candidate.ts';
import type { Match } from './match.ts';
import { logSizeRatio } from './pair-cost.ts';

/** Three of five words in common: fewer, and two chunks of one directory look alike. */
const MIN_SIMILARITY = 0.6;
const MAX_COST = 0.55;

/** Beyond this many comparisons (140 leftovers on each side) a load is another page, not another build. */
const MAX_COMPARISONS = 20_000;

interface Guess {
  readonly before: Candidate;
  readonly after: Candidate;
  readonly similarity: number;
  readonly cost: number;
}

/**
 * Matches what no key has matched: renamed, moved, split and merged files. Of one type, with most words of host and
 * path and a word of the file name in common, of similar size and place; best guess first. Marks what it matches as
 * taken. Resources of one template are not tried again: where that did not match them, their sizes spoke against it.
 */
export function matchFuzzily(before: readonly Candidate[], after: readonly Candidate[]): Match[] {
  if (before.length * after.length > MAX_COMPARISONS) return [];
  const guesses = before.flatMap((a) =>
    after.flatMap((b) => (a.resource.type === b.resource.type ? guess(a, b) : [])),
  );
  const matches: Match[] = [];
  for (const { before: a, after: b, similarity } of guesses.sort((x, y) => x.cost - y.cost)) {
    if (a.taken || b.taken) continue;
    a.taken = true;
    b.taken = true;
    const confidence = 0.2 + 0.4 * similarity;
    matches.push({ baseline: a.resource, current: b.resource, confidence, level: 'fuzzy' });
  }
  return matches;
}

function guess(before: Candidate, after: Candidate): Guess[] {
  if (before.keys().shape === after.keys().shape || !shareName(before, after)) return [];
  const similarity = jaccard(before.keys().tokens, after.keys().tokens);
  if (similarity < MIN_SIMILARITY) return [];
  const size = 0.25 * logSizeRatio(before.resource, after.resource);
  const cost = 1 - similarity + size + 0.3 * Math.abs(before.rank - after.rank);
  return cost < MAX_COST ? [{ before, after, similarity, cost }] : [];
}

function shareName(before: Candidate, after: Candidate): boolean {
  return before.keys().nameTokens.some((token) => after.keys().nameTokens.includes(token));
}

/** Share of words that two lists have in common; a word counts once for each time it occurs in both. */
function jaccard(a: readonly string[], b: readonly string[]): number {
  const rest = [...b];
  let common = 0;
  for (const token of a) {
    const i = rest.indexOf(token);
    if (i < 0) continue;
    rest.splice(i, 1);
    common++;
  }
  return common / (a.length + b.length - common);
}
