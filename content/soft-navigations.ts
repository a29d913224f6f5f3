import type { Milliseconds } from '../src/domain/units.ts';
import type { Notes } from './observe-entries.ts';

export type BeginSoftNavigation = (from: Milliseconds, url: string) => void;

/**
 * Does this browser report soft navigations, and in the form that web-vitals takes them in? The condition is the
 * library's own: our visits and its metrics must begin together.
 */
export function areSoftNavigationsReported(): boolean {
  const { PerformanceSoftNavigation: type } = globalThis as Partial<typeof globalThis>;
  return (
    PerformanceObserver.supportedEntryTypes.includes('soft-navigation') &&
    typeof type?.prototype.getLargestInteractionContentfulPaint === 'function'
  );
}

/** A soft navigation is told after its first paint and begins with the interaction that led to it. */
export function noteSoftNavigations(begin: BeginSoftNavigation): Notes {
  return { 'soft-navigation': (_visit, entry) => begin(entry.startTime, entry.name) };
}
