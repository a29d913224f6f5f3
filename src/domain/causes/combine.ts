import { median } from '../statistics.ts';
import type { Attribution, Part } from './attribution.ts';

/** A cause over several pairs of loads. */
export interface CombinedCause {
  /** The cause as the middle pair that shows it tells it. */
  readonly part: Part;
  /** The cause in every central pair that shows it. */
  readonly central: readonly Part[];
  /** Mean over the central pairs without outliers, in the metric's unit; one that does not show the cause counts as 0. */
  readonly value: number;
  /** Mean and standard error over all pairs; the error is undefined for a single pair. */
  readonly mean: number;
  readonly error: number | undefined;
  /** Pairs that show it, of all pairs. */
  readonly presence: { readonly shown: number; readonly of: number };
  /** Smallest and largest value over the pairs. */
  readonly range: readonly [number, number];
}

export interface WeighedAttribution {
  readonly attribution: Attribution;
  readonly central: boolean;
}

/**
 * Joins what several pairs of loads say of one metric, cause by cause. The value is taken from the central pairs, as
 * the delta is from the medians; whether the cause is more than noise is judged over all.
 */
export function combineAttributions(pairs: readonly WeighedAttribution[]): CombinedCause[] {
  const keys = new Map<string, (Part | undefined)[]>();
  for (const [i, { attribution }] of pairs.entries()) {
    for (const part of attribution.parts) {
      const parts = keys.get(part.key) ?? pairs.map(() => undefined);
      const known = parts[i];
      parts[i] = known ? { ...known, value: known.value + part.value } : part;
      keys.set(part.key, parts);
    }
  }
  return [...keys.values()].flatMap((parts) => combineParts(parts, pairs));
}

function combineParts(
  parts: readonly (Part | undefined)[],
  pairs: readonly WeighedAttribution[],
): CombinedCause[] {
  const values = parts.map((part) => part?.value ?? 0);
  const central = values.filter((_, i) => pairs[i]?.central);
  const part = findMiddle(parts);
  if (!part) return [];
  return [
    {
      part,
      central: parts.filter((_, i) => pairs[i]?.central).filter((shown) => shown !== undefined),
      value: clippedMean(central),
      mean: mean(values),
      error: values.length > 1 ? standardErrorOf(values) : undefined,
      presence: { shown: parts.filter(Boolean).length, of: parts.length },
      range: [Math.min(...values), Math.max(...values)],
    },
  ];
}

/** The part nearest the middle rank, where the pair is most like the medians. */
function findMiddle(parts: readonly (Part | undefined)[]): Part | undefined {
  const middle = (parts.length - 1) / 2;
  const ranked = parts.map((part, i) => ({ part, distance: Math.abs(i - middle) }));
  return ranked.filter(({ part }) => part).sort((a, b) => a.distance - b.distance)[0]?.part;
}

/** Beyond so many median distances from the median a pair says more of its two loads than of the medians. */
const CLIPPED_FROM = 3;

/** The mean with far values taken back: two slow loads of five must not make a cause larger than the change. */
function clippedMean(values: readonly number[]): number {
  const middle = median(values);
  const reach = CLIPPED_FROM * median(values.map((value) => Math.abs(value - middle)));
  return mean(values.map((value) => Math.min(middle + reach, Math.max(middle - reach, value))));
}

/** 0 for no values. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Of the mean of at least two values. */
export function standardErrorOf(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
