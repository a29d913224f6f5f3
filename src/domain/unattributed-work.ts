import type { Snapshot } from './snapshot.ts';
import type { Milliseconds } from './units.ts';

/** Twice a long task: what a collection of garbage or a switch of processes takes is shorter. */
const NOTICEABLE: Milliseconds = 100;

/**
 * Was the main thread busy during the load with something that is neither a script of the page's, nor parsing, nor
 * rendering? The browser names no script of an extension's own world in long animation frames: what is left over is
 * such a script, or a machine that was busy elsewhere. Frames of a page share its thread and are not named either, so
 * a page that has some is not asked.
 */
export function hasUnattributedWork({
  longFrames,
  navigation,
  resources,
  settledAt = Number.POSITIVE_INFINITY,
}: Pick<Snapshot, 'longFrames' | 'navigation' | 'resources' | 'settledAt'>): boolean {
  if (resources.some(({ initiatorType }) => FRAME.test(initiatorType))) return false;
  const parsed = navigation.domInteractive ?? 0;
  return longFrames.some(({ scripts, startTime, duration, renderStart = startTime + duration }) => {
    const isOfLoad = startTime >= parsed && startTime <= settledAt;
    return isOfLoad && scripts.length === 0 && renderStart - startTime >= NOTICEABLE;
  });
}

const FRAME = /^(?:i?frame|object|embed)$/;
