import type { CapturedResource } from './capture.ts';
import { isRequestedByScript } from './resource-type.ts';
import type { Delivery } from './snapshot.ts';

/** Bytes that the Fetch specification counts for headers, and so what a 304 transfers: it brings no body. */
const HEADERS_ONLY = 300;

/**
 * Where a resource came from, so that a hidden or cached 0 is never read as "nothing was sent".
 * Without Timing-Allow-Origin the browser hides sizes and phases: every one is 0 although the fetch took time.
 */
export function classifyDelivery(resource: Omit<CapturedResource, 'url'>): Delivery {
  const transferSize = resource.transferSize ?? 0;
  const bodySize = resource.encodedSize ?? 0;
  if (resource.deliveryType === 'cache') return 'cache';
  // An opaque response that a service worker passes on stays as hidden as it was.
  if (resource.workerStart && transferSize === 0)
    return bodySize || resource.decodedSize ? 'worker' : 'restricted';
  const hidden = transferSize === 0 && bodySize === 0 && !resource.requestStart;
  if (hidden) return 'restricted';
  if (transferSize === 0) return 'cache';
  const isHeadersOnly = transferSize <= HEADERS_ONLY && (bodySize > transferSize || isEmptyFile(resource));
  return resource.status === 304 || isHeadersOnly ? 'revalidated' : 'network';
}

/**
 * Chromium (150 and 156) reports a 304 as a 200 with no body. Nobody serves empty scripts, styles or images, so that
 * an empty file is one whose size the browser keeps to itself; an empty answer to a script is just that.
 */
function isEmptyFile({ initiatorType, status, encodedSize }: Omit<CapturedResource, 'url'>): boolean {
  return status === 200 && !encodedSize && !isRequestedByScript(initiatorType);
}
