import type { Milliseconds } from '../src/domain/units.ts';
import { isExtensionAlive } from './extension-alive.ts';

/**
 * A script that has just been injected has an extension. To ask for it makes the browser set up `chrome.runtime`, which
 * takes about a millisecond: not while the page loads.
 */
const TRUSTED_FOR: Milliseconds = 5_000;

/** What the collector of a document does for its parts. */
export interface Host {
  /**
   * What our own work has cost the page's main thread so far. What web-vitals does on its own account before it calls
   * us is not seen.
   */
  readonly cost: Milliseconds;
  /** Runs a piece of our own work, or stops the collector when the extension has gone. Work within work counts once. */
  readonly work: (task: () => void) => void;
  /** Takes in what the browser has queued for us and not delivered yet. */
  readonly drain: () => void;
}

export function createHost(stop: () => void, drain: () => void): Host {
  let cost = 0;
  let isWorking = false;
  const trustedUntil = performance.now() + TRUSTED_FOR;
  return {
    get cost() {
      return cost;
    },
    work(task) {
      if (isWorking) return task();
      const start = performance.now();
      if (start > trustedUntil && !isExtensionAlive()) return stop();
      isWorking = true;
      try {
        task();
      } finally {
        cost += performance.now() - start;
        isWorking = false;
      }
    },
    drain,
  };
}
