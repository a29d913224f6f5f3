import { median } from '../../src/domain/statistics.ts';

export interface HistoryScale {
  readonly low: number;
  readonly high: number;
  /** Height of a value: 0 at the bottom, 1 at the top; what lies above is drawn at the top. */
  readonly share: (value: number) => number;
  readonly ticks: readonly number[];
}

/** One load of ten times the usual must not flatten all others. */
const HIGHEST_TO_MEDIAN = 4;

/** When everything lies in the upper part, the axis need not begin at zero. */
const BREAK_FROM = 0.6;

const HEADROOM = 0.06;
const TICKS = 4;

/** The scale for these values, which may be empty: then it is that from 0 to 1. */
export function createHistoryScale(values: readonly number[]): HistoryScale {
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const usual = values.length > 0 ? median(values) : 0;
  const highest = usual > 0 ? Math.min(largest, usual * HIGHEST_TO_MEDIAN) : largest;
  const lowest = values.reduce((least, value) => Math.min(least, value), highest);
  const floor = highest > 0 && lowest >= BREAK_FROM * highest ? lowest : 0;
  const room = (highest - floor || highest || 1) * HEADROOM;
  const high = (highest || 1) + room;
  const low = floor > 0 ? Math.max(0, floor - room) : 0;
  const share = (value: number): number => Math.min(1, Math.max(0, (value - low) / (high - low)));
  return { low, high, share, ticks: listTicks(low, high) };
}

/** Round numbers between the ends: multiples of 1, 2 or 5 times a power of ten. */
export function listTicks(low: number, high: number): number[] {
  const rough = (high - low) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
