import type { Milliseconds } from '../src/domain/units.ts';
import { isExtensionAlive } from './extension-alive.ts';

/** What the collector of a document does for its parts. */
export interface Host {
  /**
   * What our own work has cost the page's main thread so far. What web-vitals does on its own account before it calls
   * us is not seen.
   */
  readonly cost: Milliseconds;
  /**
   * Runs a piece of our own work and gives what it gives; when the extension has gone, stops the collector instead.
   * What the browser has told, or queued for us and not told yet, is taken in before. Work within work counts once.
   * Until there is something to send, a script takes the extension that has just injected it for alive: to ask for it
   * makes the browser set up `chrome.runtime`, which takes about a millisecond while the page loads.
   */
  readonly work: <Result>(task: () => Result) => Result | undefined;
  /** Asks after the extension as `work` does, before something that is less than a piece of work. */
  readonly isAlive: () => boolean;
  /** There is something to send. */
  readonly loaded: () => void;
}

/** `stop` gives false, as nothing is alive after it. */
export function createHost(stop: () => false, drain: () => void): Host {
  let cost = 0;
  let isWorking = false;
  let isLoaded = false;

  const isAlive = () => !isLoaded || isExtensionAlive() || stop();

  return {
    isAlive,
    get cost() {
      return cost;
    },
    work(task) {
      if (isWorking) return task();
      if (!isAlive()) return undefined;
      isWorking = true;
      const start = performance.now();
      try {
        drain();
        return task();
      } finally {
        cost += performance.now() - start;
        isWorking = false;
      }
    },
    loaded() {
      isLoaded = true;
    },
  };
}
