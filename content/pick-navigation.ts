import type { CapturedNavigation, NavigationKind } from '../src/domain/capture.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import { toMoment, toOptionalMoment } from './moments.ts';
import { pickFetch, type ResourceEntry } from './pick-resource.ts';

export type NavigationEntry = ResourceEntry &
  Pick<
    PerformanceNavigationTiming,
    'redirectCount' | 'domInteractive' | 'domContentLoadedEventEnd' | 'domComplete' | 'loadEventEnd'
  >;

/**
 * The document's own fetch and its milestones. DOMContentLoaded and load are the ends of the events, as in DevTools'
 * network panel: what their listeners do is part of the load. Milestones not reached are absent; those that a
 * prerendered page passed before its activation are 0, as nobody waited for them.
 */
export function pickNavigation(
  entry: NavigationEntry,
  kind: NavigationKind,
  origin: Milliseconds,
): CapturedNavigation {
  const toMilestone = (time: Milliseconds) => (time ? Math.max(toMoment(time, origin), 0) : undefined);
  return {
    kind,
    ...pickFetch(entry, origin),
    responseEnd: toOptionalMoment(entry.responseEnd, origin),
    redirectCount: entry.redirectCount,
    domInteractive: toMilestone(entry.domInteractive),
    domContentLoaded: toMilestone(entry.domContentLoadedEventEnd),
    domComplete: toMilestone(entry.domComplete),
    load: toMilestone(entry.loadEventEnd),
  };
}
