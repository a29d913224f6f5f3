import { CENSORED_EXECUTION } from '../replay/tuning.ts';
import type { Bytes, Milliseconds, Ratio } from '../units.ts';
import type { Change } from './definition.ts';

/** What a name is given to: below 10 ms or 15 % two loads differ without a reason. The rest stays unexplained. */
export const NAMED_TIME: Milliseconds = 10;
const NAMED_SHARE: Ratio = 0.15;

/**
 * Scripts that run for long jitter by a smaller share of it. Of those that run for 200 to 800 ms without a pause, nine
 * of ten pairs of equal loads on a quiet machine differ by less than 40 ms (`causes-development`, `causes`); no longer
 * ones were measured, and are given the share that these have at their longest.
 */
const LONG_JITTER: Milliseconds = 40;
const LONG_JITTER_SHARE: Ratio = 0.05;

export interface Gate {
  readonly time: Milliseconds;
  readonly share: Ratio;
}

/** Moments that two requests decide (a lag) or that depend on content (parsing) scatter a little more. */
export const LOOSE_GATE: Gate = { time: 15, share: NAMED_SHARE };

/** Style and layout vary with every frame they are split into. */
export const LAYOUT_GATE: Gate = { time: 15, share: 0.3 };

const NAMED: Gate = { time: NAMED_TIME, share: NAMED_SHARE };

export function differs({ baseline, current }: Change, gate: Gate = NAMED): boolean {
  return Math.abs(current - baseline) > Math.max(gate.time, gate.share * Math.min(baseline, current));
}

/** As differs, for main-thread work: work seen on one side only must be longer than what long frames can hide. */
export function workDiffers(change: Change, gate: Gate = NAMED): boolean {
  const shorter = Math.min(change.baseline, change.current);
  const longer = Math.max(change.baseline, change.current);
  return differs(change, gate) && !(shorter < 1 && longer < CENSORED_EXECUTION);
}

/**
 * As workDiffers, for one execution without a pause: a long one may differ by less than a share of it. Not for the sum
 * of several pieces of work, of which one may fall below what long frames show.
 */
export function executionDiffers(change: Change): boolean {
  const shorter = Math.min(change.baseline, change.current);
  const most = Math.max(LONG_JITTER, LONG_JITTER_SHARE * shorter);
  return workDiffers(change, { time: Math.max(NAMED_TIME, Math.min(NAMED_SHARE * shorter, most)), share: 0 });
}

/** A tenth or 10 KB, as in the resource table, but never less than the length of a token. */
const RESIZED_SHARE: Ratio = 0.1;
const RESIZED_BYTES: Bytes = 10 * 1024;
const SMALLEST_RESIZE: Bytes = 300;

export function isResized({ baseline, current }: Change): boolean {
  const difference = Math.abs(current - baseline);
  return difference > Math.min(RESIZED_BYTES, RESIZED_SHARE * baseline) && difference > SMALLEST_RESIZE;
}
