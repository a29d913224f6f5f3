/** Longest wait for an idle moment, so that a busy panel still gets its answer. */
const PATIENCE_MS = 500;

/** Runs `task` after the next paint, when the browser has time. `stop` forgets it. */
export function whenIdle(task: () => void): { stop: () => void } {
  const handle = requestIdleCallback(task, { timeout: PATIENCE_MS });
  return { stop: () => cancelIdleCallback(handle) };
}
