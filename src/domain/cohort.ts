import type { NavigationKind } from './capture.ts';
import { listCounted } from './counted-resources.ts';
import type { Resource, Snapshot } from './snapshot.ts';
import type { Bytes } from './units.ts';

export type CacheState = 'cold' | 'warm' | 'mixed';

/** What may be compared: never averaged across. */
export interface Cohort {
  readonly key: string;
  readonly kind: NavigationKind;
  readonly cache: CacheState;
  readonly formFactor: 'desktop' | 'mobile';
}

/** Between these shares of bytes from the network a load is neither a first nor a repeat view, and is not judged. */
const WARM_BELOW = 0.2;
const COLD_ABOVE = 0.8;

export function classifyCohort(
  snapshot: Pick<Snapshot, 'navigation' | 'resources' | 'environment' | 'settledAt'>,
): Cohort {
  const kind = snapshot.navigation.kind;
  const cache = classifyCache(listCounted(snapshot));
  const formFactor = snapshot.environment.mobile ? 'mobile' : 'desktop';
  return { key: `${kind}/${cache}/${formFactor}`, kind, cache, formFactor };
}

/**
 * Cache state by the share of subresource body bytes that came over the network. The document does not count: it is
 * fetched anew on every visit. A page without known subresources is "cold": nothing came from a cache. What was
 * revalidated came from a cache with a size the browser hides: it counts as much as the others on average.
 */
export function classifyCache(resources: readonly Resource[]): CacheState {
  const counted = resources.filter(
    ({ initiatorType, type, delivery }) =>
      initiatorType !== 'navigation' && type !== 'fetch' && delivery !== 'restricted',
  );
  const known = counted.filter(({ encodedSize }) => encodedSize);
  const unknown = counted.filter(({ delivery, encodedSize }) => delivery === 'revalidated' && !encodedSize);
  const average = known.length > 0 ? sumBodies(known) / known.length : 1;
  const all = sumBodies(known) + unknown.length * average;
  if (all === 0) return 'cold';
  const share = sumBodies(known.filter(({ delivery }) => delivery === 'network')) / all;
  if (share > COLD_ABOVE) return 'cold';
  return share < WARM_BELOW ? 'warm' : 'mixed';
}

function sumBodies(resources: readonly Resource[]): Bytes {
  return resources.reduce((sum, { encodedSize = 0 }) => sum + encodedSize, 0);
}
