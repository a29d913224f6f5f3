import { CENSORED_EXECUTION } from '../replay/tuning.ts';
import type { Bytes, Milliseconds, Ratio } from '../units.ts';
import type { Change } from './definition.ts';

/** What a name is given to: below 10 ms or 15 % two loads differ without a reason. The rest stays unexplained. */
const NAMED_TIME: Milliseconds = 10;
const NAMED_SHARE: Ratio = 0.15;

export interface Gate {
  readonly time: Milliseconds;
  readonly share: Ratio;
  /** The share counts up to this much. */
  readonly most?: Milliseconds;
}

/** Moments that two requests decide (a lag) or that depend on content (parsing) scatter a little more. */
export const LOOSE_GATE: Gate = { time: 15, share: NAMED_SHARE };

/** Style and layout vary with every frame they are split into. */
export const LAYOUT_GATE: Gate = { time: 15, share: 0.3 };

const NAMED: Gate = { time: NAMED_TIME, share: NAMED_SHARE };

export function differs({ baseline, current }: Change, { time, share, most }: Gate = NAMED): boolean {
  const jitter = Math.min(share * Math.min(baseline, current), most ?? Infinity);
  return Math.abs(current - baseline) > Math.max(time, jitter);
}

/**
 * Scripts that run for long do not jitter by a share of it: on a quiet machine nine of ten pairs of loads differ by less
 * than 40 ms, of those that run for 200 to 800.
 */
const NAMED_EXECUTION: Gate = { ...NAMED, most: 40 };

/** As differs, for main-thread work: work seen on one side only must be longer than what long frames can hide. */
export function executionDiffers(change: Change, gate: Gate = NAMED_EXECUTION): boolean {
  const shorter = Math.min(change.baseline, change.current);
  const longer = Math.max(change.baseline, change.current);
  return differs(change, gate) && !(shorter < 1 && longer < CENSORED_EXECUTION);
}

/** A tenth or 10 KB, as in the resource table, but never less than the length of a token. */
const RESIZED_SHARE: Ratio = 0.1;
const RESIZED_BYTES: Bytes = 10 * 1024;
const SMALLEST_RESIZE: Bytes = 300;

export function isResized({ baseline, current }: Change): boolean {
  const difference = Math.abs(current - baseline);
  return difference > Math.min(RESIZED_BYTES, RESIZED_SHARE * baseline) && difference > SMALLEST_RESIZE;
}
