import type { Milliseconds } from '../src/domain/units.ts';
import type { Observation } from './observe-entries.ts';

export interface LifecycleListeners {
  /** A prerendered page is shown. */
  activated(): void;
  hidden(time: Milliseconds): void;
  /** The page is being left, for good or, when kept, into the back/forward cache. */
  left(isKept: boolean): void;
  /** It comes back out of the back/forward cache. */
  restored(time: Milliseconds): void;
}

/**
 * The page's life as the browser tells it. A page can dispatch every one of these events itself: untrusted ones are
 * ignored. On leaving, Chromium fires pagehide first and then visibilitychange. The latter is heard in the bubbling
 * phase, after web-vitals, which on the same event reports its last values in the capturing one; the others in the
 * capturing phase, as prerenderingchange does not bubble up to the window.
 */
export function observeLifecycle(listeners: LifecycleListeners): Observation {
  const controller = new AbortController();
  const { signal } = controller;
  const listen = (type: string, listener: (event: PageTransitionEvent) => void) =>
    addEventListener(
      type,
      (event) => {
        if (event.isTrusted) listener(event as PageTransitionEvent);
      },
      { signal, capture: type !== 'visibilitychange' },
    );
  listen('prerenderingchange', () => listeners.activated());
  listen('visibilitychange', ({ timeStamp }) => {
    if (document.visibilityState === 'hidden') listeners.hidden(timeStamp);
  });
  listen('pagehide', ({ persisted }) => listeners.left(persisted));
  listen('pageshow', ({ persisted, timeStamp }) => {
    if (persisted) listeners.restored(timeStamp);
  });
  return { stop: () => controller.abort(), drain() {} };
}
