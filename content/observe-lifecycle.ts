import type { Milliseconds } from '../src/domain/units.ts';
import type { Observation } from './observe-entries.ts';

export interface LifecycleListeners {
  /** A prerendered page is shown. */
  readonly activated: () => void;
  readonly hidden: (time: Milliseconds) => void;
  /** The page is being left, for good or, when kept, into the back/forward cache. */
  readonly left: (isKept: boolean) => void;
  /** It comes back out of the back/forward cache. */
  readonly restored: (time: Milliseconds) => void;
}

/**
 * The page's life as the browser tells it. A page can dispatch every one of these events itself: untrusted ones are
 * ignored. On leaving, Chromium fires pagehide first and then visibilitychange. The latter is heard in the bubbling
 * phase, after web-vitals, which on the same event reports its last values in the capturing one; the others in the
 * capturing phase, as prerenderingchange does not bubble up to the window.
 */
export function observeLifecycle(listeners: LifecycleListeners): Observation {
  const { activated, hidden, left, restored } = listeners;
  const byType: Readonly<Record<string, (event: PageTransitionEvent) => void>> = {
    prerenderingchange: activated,
    visibilitychange({ timeStamp }) {
      if (document.visibilityState === 'hidden') hidden(timeStamp);
    },
    pagehide: ({ persisted }) => left(persisted),
    pageshow({ persisted, timeStamp }) {
      if (persisted) restored(timeStamp);
    },
  };
  const listener = (event: Event) => {
    if (event.isTrusted) byType[event.type]?.(event as PageTransitionEvent);
  };
  const forEachType = (change: typeof addEventListener) => {
    for (const type of Object.keys(byType)) change(type, listener, type !== 'visibilitychange');
  };
  forEachType(addEventListener);
  return { stop: () => forEachType(removeEventListener) };
}
