import type { Milliseconds } from '../src/domain/units.ts';

/** Was the page hidden at `since` or at any time from then until now? */
export function readWasHidden(since: Milliseconds): boolean {
  if (document.visibilityState === 'hidden') return true;
  const states = performance.getEntriesByType('visibility-state');
  return states.some(({ name, startTime }) => name === 'hidden' && startTime >= since);
}
