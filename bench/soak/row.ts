import type { Phrase } from '../../src/domain/words/phrase.ts';
import { sayFault } from '../../src/domain/words/say-fault.ts';

/** One thing that a fault must show: what was measured, and whether that is the target. */
export interface Figure {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  readonly holds: boolean;
  /** Of times and shares of a processor: so near that another program on the machine explains it. */
  readonly isNear?: boolean;
}

/** What the tests of a busy machine may take longer; the soak knows no such mercy. */
const PATIENCE = 4;

/** How long a row may go on, and where it says how far it is. */
export interface Pace {
  readonly goesOn: () => boolean;
  readonly tell: (progress: string) => void;
}

/** A fault with the figures it must show, at two scales: a few times in the tests, many times in the soak. */
export interface Row {
  readonly id: string;
  readonly fault: string;
  /** What the long scale takes at the most, on a machine of two processors. */
  readonly minutes: number;
  readonly measure: (scale: 'short' | 'long', pace: Pace) => Promise<Figure[]>;
}

const USUAL_MINUTES = 3;

export function defineRow<Scale>(row: {
  readonly id: string;
  readonly fault: string;
  readonly minutes?: number;
  readonly short: Scale;
  readonly long: Scale;
  readonly measure: (scale: Scale, pace: Pace) => Promise<Figure[]>;
}): Row {
  const { id, fault, minutes = USUAL_MINUTES } = row;
  return { id, fault, minutes, measure: (scale, pace) => row.measure(row[scale], pace) };
}

export function exactly<Value extends number | string | boolean>(
  what: string,
  measured: Value,
  target: Value,
): Figure {
  return { what, target: String(target), measured: String(measured), holds: measured === target };
}

export function atMost(what: string, measured: number, limit: number, unit = ''): Figure {
  return {
    what,
    target: `<= ${limit}${unit}`,
    measured: `${round(measured)}${unit}`,
    holds: measured <= limit,
  };
}

/** A time, or a share of a processor. */
export function within(what: string, measured: number, limit: number, unit: string): Figure {
  return { ...atMost(what, measured, limit, unit), isNear: measured <= PATIENCE * limit };
}

export function atLeast(what: string, measured: number, limit: number, unit = ''): Figure {
  return {
    what,
    target: `>= ${limit}${unit}`,
    measured: `${round(measured)}${unit}`,
    holds: measured >= limit,
  };
}

/** Nothing wrong was found; otherwise the first thing that was. */
export function none(what: string, found: readonly Phrase[]): Figure {
  const measured = found.length === 0 ? 'none' : `${found.length}: ${sayFault(found[0] ?? '')}`;
  return { what, target: 'none', measured, holds: found.length === 0 };
}

/** Measured to be known, not to be promised. */
export function known(what: string, measured: string): Figure {
  return { what, target: 'no promise', measured, holds: true };
}

/** Ratios below ten are told to the hundredth. */
function round(value: number): number {
  const steps = Math.abs(value) < 10 ? 100 : 10;
  return Math.round(value * steps) / steps;
}
