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

/** Metrics that a hidden size makes a lower bound. DevTools' log tells what was transferred, not what came of it. */
const SUMS_OF_SIZES: ReadonlySet<MetricName> = new Set(['transferSize', 'decodedSize']);

/** Is the metric at least what it says, because sizes that belong to it are hidden? */
export function isLowerBound({ totals }: Pick<Snapshot, 'totals'>, metric: MetricName): boolean {
  return SUMS_OF_SIZES.has(metric) && totals.some(({ restricted }) => restricted > 0);
}
