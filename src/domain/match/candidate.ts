import { parseHttpUrl } from '../page.ts';
import type { Resource } from '../snapshot.ts';
import { buildUrlKeys, type UrlKeys } from './url-keys.ts';

/** A resource on its way to a match. */
export interface Candidate {
  readonly resource: Resource;
  /** Its place in its load, from 0 to 1. */
  readonly rank: number;
  readonly keys: () => UrlKeys;
  taken: boolean;
}

/** Keys are built on first use: most resources match by their exact URL and need none. */
export function listCandidates(resources: readonly Resource[], documentUrl: string | undefined): Candidate[] {
  const origin = documentUrl === undefined ? undefined : parseHttpUrl(documentUrl)?.origin;
  return resources.map((resource, i) => {
    let keys: UrlKeys | undefined;
    return {
      resource,
      rank: i / Math.max(1, resources.length),
      keys: () => (keys ??= buildUrlKeys(resource.url, origin)),
      taken: false,
    };
  });
}

export function isFree(candidate: Candidate): boolean {
  return !candidate.taken;
}
