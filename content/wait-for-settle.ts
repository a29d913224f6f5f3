import { MAX_LOADING } from '../src/domain/limits.ts';
import type { Host } from './host.ts';
import { noteTime, settleDue } from './settle.ts';
import type { Visit } from './visit.ts';

export interface SettleWait {
  /** To be called whenever the page may have come nearer to settle. */
  wake(): void;
  stop(): void;
}

/**
 * Calls `commit` once the visit has settled, with everything noted that happened until then. Where load takes too
 * long it is called before as well, with a visit that has not settled.
 */
export function waitForSettle(visit: Visit, host: Host, commit: () => void): SettleWait {
  let isWaiting = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = setTimeout(() => {
    if (visit.settle.load === undefined) host.work(commit);
  }, MAX_LOADING);

  function wake(): void {
    if (!isWaiting || timer !== undefined) return;
    const due = settleDue(visit.settle);
    if (due === undefined) return;
    timer = setTimeout(() => host.work(check), Math.ceil(due - performance.now()));
  }

  function check(): void {
    timer = undefined;
    visit.settle = noteTime(visit.settle, performance.now());
    if (visit.settle.settledAt === undefined) return wake();
    stop();
    commit();
  }

  function stop(): void {
    isWaiting = false;
    clearTimeout(timer);
    clearTimeout(patience);
  }

  wake();
  return { wake, stop };
}
