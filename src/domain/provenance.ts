import type { Resource } from './snapshot.ts';

/**
 * Where a resource's transfer size comes from: the page saw it; DevTools' network log told it while DevTools was open;
 * or the browser hides it from the page (another origin without Timing-Allow-Origin) and nobody told.
 */
export const PROVENANCES = ['observed', 'network-log', 'restricted'] as const;

export type Provenance = (typeof PROVENANCES)[number];

export function classifyProvenance({ delivery, networkLog }: Resource): Provenance {
  if (delivery !== 'restricted') return 'observed';
  return networkLog?.transferSize === undefined ? 'restricted' : 'network-log';
}
