import { isDocument } from '../build-snapshot.ts';
import type { CauseKind } from '../cause.ts';
import { listCounted } from '../counted-resources.ts';
import { transferSizeOf } from '../measure.ts';
import { BASELINE, CURRENT, type World, WORLDS } from '../replay/world.ts';
import type { Resource } from '../snapshot.ts';
import type { Attribution } from './attribution.ts';
import { blameOneSided } from './blame-resource.ts';
import { lostCompression } from './compression.ts';
import type { CauseFacts } from './definition.ts';
import { identityOf } from './identity.ts';
import { type Blame, createLedger } from './ledger.ts';
import type { Pair } from './pair.ts';

/** What each of these metrics adds up of a resource. */
const MEASURES = {
  transferSize: (resource: Resource) => transferSizeOf(resource) ?? 0,
  decodedSize: ({ decodedSize }: Resource) => decodedSize ?? 0,
  requests: (_resource: Resource) => 1,
} as const;

export type SizeMetric = keyof typeof MEASURES;

/** A resource of both loads. */
interface Kept {
  readonly before: Resource;
  readonly after: Resource;
  readonly confidence: number;
}

/**
 * Divides the change of a sum over resources: exactly, resource by resource. What is in one load only is added or
 * removed; of the rest the difference is put down to the cache, to compression or to its size.
 */
export function attributeSizes(pair: Pair, name: SizeMetric, delta: number): Attribution {
  const measure = MEASURES[name];
  const groups = new Map<CauseKind, CauseFacts>();
  const ledger = createLedger();
  for (const world of WORLDS) {
    for (const resource of listCounted(pair.loads[world].snapshot)) {
      const amount = world === BASELINE ? { baseline: measure(resource) } : { current: measure(resource) };
      ledger.add(findBlame(pair, resource, { world, groups }), amount);
    }
  }
  return ledger.close(delta);
}

function findBlame(
  pair: Pair,
  resource: Resource,
  { world, groups }: { world: World; groups: Map<CauseKind, CauseFacts> },
): Blame {
  const kept = findKept(pair, resource);
  if (!kept) return blameOneSided(pair, resource, world);
  const kind = kindOfChange(kept);
  const facts = factsOf(kept);
  const certainty = kept.confidence;
  if (kind === 'resized-resource')
    return { kind, key: `${kind} ${identityOf(kept.after)}`, facts, certainty };
  // Each resource is met once in either load: counting the current ones counts each once.
  if (world === CURRENT) groups.set(kind, joinFacts(groups.get(kind), facts));
  return { kind, key: kind, facts: groups.get(kind) ?? facts, certainty };
}

function findKept({ loads, matchOf }: Pair, resource: Resource): Kept | undefined {
  if (isDocument(resource)) {
    const before = loads[BASELINE].nodes[0].resource;
    const after = loads[CURRENT].nodes[0].resource;
    return before && after && { before, after, confidence: 1 };
  }
  const match = matchOf().get(resource);
  return match && { before: match.baseline, after: match.current, confidence: match.confidence };
}

function kindOfChange({ before, after }: Kept): CauseKind {
  const [cachedBefore, cachedAfter] = [before.delivery === 'cache', after.delivery === 'cache'];
  if (cachedBefore !== cachedAfter) return cachedBefore ? 'cache-lost' : 'cache-gained';
  if (lostCompression(before, after)) return 'compression-lost';
  return lostCompression(after, before) ? 'compression-gained' : 'resized-resource';
}

function factsOf({ before, after }: Kept): CauseFacts {
  const size = { baseline: MEASURES.transferSize(before), current: MEASURES.transferSize(after) };
  return { resource: after, count: 1, size };
}

/** One fact of many resources, named after the one whose size changed most. */
function joinFacts(a: CauseFacts | undefined, b: CauseFacts): CauseFacts {
  if (!a?.size || !b.size) return b;
  const larger = Math.abs(growthOf(b)) > Math.abs(growthOf(a)) / a.count ? b : a;
  return {
    ...larger,
    count: a.count + b.count,
    size: { baseline: a.size.baseline + b.size.baseline, current: a.size.current + b.size.current },
  };
}

function growthOf({ size }: CauseFacts): number {
  return size ? size.current - size.baseline : 0;
}
