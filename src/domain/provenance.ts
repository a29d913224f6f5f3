import type { MetricName } from './metric.ts';
import type { Resource, Snapshot } from './snapshot.ts';

/**
 * Where a resource's transfer size comes from: the page saw it; DevTools' network log told it while DevTools was open;
 * it is estimated, as for a 304, whose headers count 300 bytes whatever they took (Resource Timing, "transferSize");
 * or the browser hides it from the page (another origin without Timing-Allow-Origin) and nobody told.
 */
export const PROVENANCES = ['observed', 'network-log', 'estimated', 'restricted'] as const;

export type Provenance = (typeof PROVENANCES)[number];

export function classifyProvenance({ delivery, networkLog }: Resource): Provenance {
  if (delivery === 'revalidated') return 'estimated';
  if (delivery !== 'restricted') return 'observed';
  return networkLog?.transferSize === undefined ? 'restricted' : 'network-log';
}

/**
 * Is the metric at least what it says, because sizes that belong to it are hidden? DevTools' log tells what was
 * transferred, not what was made of it.
 */
export function isLowerBound(
  { totals, resources }: Pick<Snapshot, 'totals' | 'resources'>,
  metric: MetricName,
): boolean {
  if (metric === 'transferSize') return totals.some(({ restricted }) => restricted > 0);
  return metric === 'decodedSize' && resources.some(({ delivery }) => delivery === 'restricted');
}
