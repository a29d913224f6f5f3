import type { Bytes } from '../units.ts';
import type { Resource } from '../snapshot.ts';

/** Added to both sizes, so that two tiny files do not look far apart. */
const SIZE_FLOOR: Bytes = 200;

/** Beyond a factor of e³ = 20 a size is simply another one. */
const MAX_LOG_RATIO = 3;

interface Ranked {
  readonly resource: Resource;
  readonly rank: number;
}

/**
 * How unlike two resources are that might be the same: 0 for equal ones, about 1 for one that is seven times as large,
 * or half a page away with a third more bytes. Sizes count a little less than half a factor of e, places 0.6.
 */
export function pairCost(a: Ranked, b: Ranked): number {
  const size = 0.5 * logSizeRatio(a.resource, b.resource);
  const place = 0.6 * Math.abs(a.rank - b.rank);
  const initiator = a.resource.initiatorType === b.resource.initiatorType ? 0 : 0.15;
  return size + place + initiator;
}

/** |ln| of the ratio of two sizes, at most 3. Unknown sizes count as empty. */
export function logSizeRatio(a: Resource, b: Resource): number {
  const ratio = Math.log((bodySizeOf(a) + SIZE_FLOOR) / (bodySizeOf(b) + SIZE_FLOOR));
  return Math.min(Math.abs(ratio), MAX_LOG_RATIO);
}

/** Size of the body as it travels: unlike the transfer size it is also known for what came from the cache. */
export function bodySizeOf(resource: Resource): Bytes {
  return resource.encodedSize || resource.transferSize || resource.networkLog?.transferSize || 0;
}
