import type { EpochMs, Milliseconds, Ratio } from './units.ts';

/** Cumulative processor time of all cores, in any one unit. */
export interface ProcessorTimes {
  readonly busy: number;
  readonly all: number;
}

/** How much of the processor was busy over the quarter of a second that ended at `at`. */
export interface BusySample {
  readonly at: EpochMs;
  readonly busy: Ratio;
}

/** Time between two looks at the processor: two frames of a busy neighbour are no sample, a second is old news. */
export const SAMPLE_EVERY: Milliseconds = 250;

/** Ten seconds of samples: longer than a server that anybody waits for takes until the navigation is known. */
export const MAX_BUSY_SAMPLES = 40;

/**
 * A load that begins while more of the processor than this is busy competes for it. Leaving such loads out took false
 * alarms on recorded unchanged loads from .7 % to .14 %, at the price of a fifth of the loads.
 */
const BUSY_ABOVE = 0.25;

/** Clocks of the page and of the sample differ by less than this; a sample may not come from the load itself. */
const CLOCK_TOLERANCE: Milliseconds = 20;

/** What the processor did longer ago says nothing of the load. */
const LONGEST_AGO: Milliseconds = 1000;

/** Share of the processor that was busy between two readings; undefined when no time passed, or it went backwards. */
export function measureBusyShare(before: ProcessorTimes, after: ProcessorTimes): Ratio | undefined {
  const all = after.all - before.all;
  if (!(all > 0)) return undefined;
  return Math.min(1, Math.max(0, (after.busy - before.busy) / all));
}

/** What the processor did just before a load began; undefined when nobody looked then. Samples in any order. */
export function findBusyBefore(samples: readonly BusySample[], startedAt: EpochMs): Ratio | undefined {
  const latest = startedAt + CLOCK_TOLERANCE;
  const before = samples.filter(({ at }) => at <= latest && at >= startedAt - LONGEST_AGO);
  return before.length === 0 ? undefined : before.reduce((a, b) => (b.at > a.at ? b : a)).busy;
}

/** After so long the machine is not going to be calm: somebody waits for an answer. */
const LONGEST_WAIT: Milliseconds = 5000;

/**
 * Is it worth waiting for a calmer moment before a load, which somebody has wanted `since`? `samples` oldest first. Not
 * where nobody looks, and not for ever.
 */
export function isWorthWaiting(samples: readonly BusySample[], since: EpochMs): boolean {
  const newest = samples.at(-1);
  return newest !== undefined && isMachineBusy(newest.busy) && newest.at - since < LONGEST_WAIT;
}

/** Did it begin on a busy machine? What is not known is given the benefit of the doubt. */
export function isMachineBusy(busy: Ratio | undefined): boolean {
  return busy !== undefined && busy > BUSY_ABOVE;
}
