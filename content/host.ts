import type { Milliseconds } from '../src/domain/units.ts';
import { isExtensionAlive } from './extension-alive.ts';

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
  return {
    get cost() {
      return cost;
    },
    work(task) {
      if (isWorking) return task();
      if (!isExtensionAlive()) return stop();
      isWorking = true;
      const start = performance.now();
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
