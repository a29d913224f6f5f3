import type { Milliseconds } from '../src/domain/units.ts';

/**
 * A page is settled after one second in which neither the network nor the main thread did anything. Shorter, and the
 * pause between a script and the data it asks for (a server's answer of 200 to 800 ms) passes for the end; longer, and
 * a developer who reloads quickly has left before the visit counts.
 */
const QUIET: Milliseconds = 1_000;

/**
 * Pages that poll or animate never go quiet. Three seconds after load nearly everything a load has set in motion is
 * there, and the snapshot must be on disk before a closing browser can lose it.
 */
const LONGEST_SETTLE: Milliseconds = 3_000;

/** All times are of the performance timeline. `settledAt` never changes once it is there. */
export interface Settle {
  readonly load?: Milliseconds | undefined;
  /** Latest end of a long task or request so far. One still in flight cannot be seen, and does not hold it up. */
  readonly busyUntil: Milliseconds;
  readonly settledAt?: Milliseconds;
}

export function noteLoad(settle: Settle, load: Milliseconds): Settle {
  return settle.load === undefined ? { ...settle, load } : settle;
}

/** Activity that begins after the quiet window shows that the page had settled before it. */
export function noteBusy(settle: Settle, start: Milliseconds, end: Milliseconds): Settle {
  const sofar = noteTime(settle, start);
  return sofar.settledAt === undefined && end > sofar.busyUntil ? { ...sofar, busyUntil: end } : sofar;
}

/** Settled at the end of the first quiet window, whenever that is noticed: timers of a hidden page come late. */
export function noteTime(settle: Settle, now: Milliseconds): Settle {
  const due = settleDue(settle);
  return due !== undefined && now >= due ? { settledAt: due, ...settle } : settle;
}

/** When the page will have settled if nothing more happens; undefined before load. */
export function settleDue({ load, busyUntil }: Settle): Milliseconds | undefined {
  if (load === undefined) return undefined;
  return Math.min(Math.max(load, busyUntil) + QUIET, load + LONGEST_SETTLE);
}
