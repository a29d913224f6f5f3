import type { Capture } from './capture.ts';
import { MAX_RESOURCES } from './limits.ts';

/**
 * Joins two captures of one visit that wait in the queue into one. Everything comes from the newer revision, except
 * the resources: each revision brings only those since the last acknowledgement, so the lists are spliced.
 */
export function mergeCaptures(a: Capture, b: Capture): Capture {
  const [older, newer] = a.revision <= b.revision ? [a, b] : [b, a];
  const kept = newer.resourceOffset - older.resourceOffset;
  if (kept < 0 || kept > older.resources.length) return newer;
  return {
    ...newer,
    resourceOffset: older.resourceOffset,
    resources: [...older.resources.slice(0, kept), ...newer.resources].slice(0, MAX_RESOURCES),
  };
}
