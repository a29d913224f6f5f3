import type { Resource, ResourceType } from '../snapshot.ts';
import { ANY_COST, assignCheapest } from './assign-cheapest.ts';
import { type Candidate, isFree, listCandidates } from './candidate.ts';
import type { Match, Matching, MatchLevel } from './match.ts';
import { matchFuzzily } from './match-fuzzily.ts';
import { pairCost } from './pair-cost.ts';

interface Level {
  readonly name: MatchLevel;
  readonly keyOf: (candidate: Candidate) => string;
  /** Share of such matches that were right on rebuilt sites with known identities. */
  readonly confidence: number;
  /** Dissimilar pairs within a bucket of several are left alone beyond this cost. */
  readonly maxCost: number;
}

/** A different size and place together outweigh an equal stem: "main*.js" may be two different files. */
const MAX_TEMPLATED_COST = 1.2;
const MAX_BUCKET_COST = 0.9;

/**
 * Among several names that are nothing but hashes, what is twice as large or stands elsewhere is more often a file that
 * came while another went than one that changed so much: over simulated releases this costs less than it saves.
 */
const MAX_TEMPLATED_BUCKET_COST = 0.35;

const LEVELS: readonly Level[] = [
  { name: 'exact', keyOf: ({ resource }) => resource.url, confidence: 1, maxCost: ANY_COST },
  { name: 'steady', keyOf: ({ keys }) => keys().steady, confidence: 0.99, maxCost: ANY_COST },
  { name: 'template', keyOf: ({ keys }) => keys().template, confidence: 0.93, maxCost: MAX_BUCKET_COST },
  { name: 'shape', keyOf: ({ keys }) => keys().shape, confidence: 0.85, maxCost: MAX_BUCKET_COST },
  { name: 'prefix', keyOf: ({ keys }) => keys().prefix, confidence: 0.6, maxCost: MAX_BUCKET_COST },
];

/**
 * Finds the same resources in two loads. Levels run from the exact URL to the coarsest key; what a level has matched
 * is gone for the next. Where several share a key they are paired cheapest first by size, place and initiator.
 * Only resources of one type match, and only API calls match by the prefix of their path. Documents of the two loads
 * are not expected among the lists. A URL of a different build, shard or port is found; a moved file may not be.
 */
export function matchResources(
  baseline: readonly Resource[],
  current: readonly Resource[],
  documents: { readonly baseline?: string; readonly current?: string } = {},
): Matching {
  const before = listCandidates(baseline, documents.baseline);
  const after = listCandidates(current, documents.current);
  const matches: Match[] = [];
  for (const level of LEVELS) {
    if (!matchLevel(level, { before, after, matches })) break;
  }
  matches.push(...matchFuzzily(before.filter(isFree), after.filter(isFree)));
  return {
    matches,
    added: after.filter(isFree).map(({ resource }) => resource),
    removed: before.filter(isFree).map(({ resource }) => resource),
  };
}

interface Progress {
  readonly before: readonly Candidate[];
  readonly after: readonly Candidate[];
  readonly matches: Match[];
}

interface Bucket {
  readonly before: Candidate[];
  readonly after: Candidate[];
}

/** Matches what shares this level's key; false when nothing is left to match on one of the sides. */
function matchLevel(level: Level, { before, after, matches }: Progress): boolean {
  const isOpen = (candidate: Candidate) => isFree(candidate) && isEligible(level, candidate);
  for (const bucket of fillBuckets(level, before.filter(isOpen), after.filter(isOpen))) {
    if (bucket.before.length > 0) matches.push(...matchBucket(level, bucket));
  }
  return before.some(isFree) && after.some(isFree);
}

/** By type and then by key: to join the two into one text takes longer than all the rest. */
function fillBuckets(level: Level, before: readonly Candidate[], after: readonly Candidate[]): Bucket[] {
  const types = new Map<ResourceType, Map<string, Bucket>>();
  const buckets: Bucket[] = [];
  for (const candidate of after) {
    const { type } = candidate.resource;
    const ofType = types.get(type) ?? new Map<string, Bucket>();
    types.set(type, ofType);
    const key = level.keyOf(candidate);
    const bucket = ofType.get(key) ?? { before: [], after: [] };
    if (bucket.after.push(candidate) > 1) continue;
    ofType.set(key, bucket);
    buckets.push(bucket);
  }
  for (const candidate of before)
    types.get(candidate.resource.type)?.get(level.keyOf(candidate))?.before.push(candidate);
  return buckets;
}

function matchBucket(level: Level, bucket: Bucket): Match[] {
  const [before] = bucket.before;
  const [after] = bucket.after;
  if (!before || !after) return [];
  // Asked last: keys are built on first use, and most resources match by their URL.
  const doubtful = (level.name === 'template' || level.name === 'shape') && before.keys().templated;
  if (bucket.before.length === 1 && bucket.after.length === 1) {
    return doubtful && !areAlike(level, before, after)
      ? []
      : [take(before, after, level.confidence, level.name)];
  }
  const maxCost = doubtful ? MAX_TEMPLATED_BUCKET_COST : level.maxCost;
  return assignCheapest(bucket.before, bucket.after, maxCost).map((pair) =>
    take(pair.before, pair.after, level.confidence * certaintyOf(pair.cost), level.name),
  );
}

/** Of one template but not matched by it a level before: their sizes spoke against it. */
function areAlike(level: Level, before: Candidate, after: Candidate): boolean {
  if (level.name === 'shape' && before.keys().template === after.keys().template) return false;
  return pairCost({ ...before, rank: after.rank }, after) <= MAX_TEMPLATED_COST;
}

/** Of several candidates, one that is alike in size and place is nearly certain; another is a good guess. */
function certaintyOf(cost: number): number {
  return cost < 0.15 ? 0.97 : 0.8;
}

function take(before: Candidate, after: Candidate, confidence: number, level: MatchLevel): Match {
  before.taken = true;
  after.taken = true;
  return { baseline: before.resource, current: after.resource, confidence, level };
}

function isEligible(level: Level, { resource }: Candidate): boolean {
  return level.name !== 'prefix' || resource.type === 'fetch';
}
