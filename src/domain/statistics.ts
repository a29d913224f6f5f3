/**
 * The one door to the statistics library, so that callers never meet its edge cases: every function here wants at
 * least one value and throws a RangeError for none. None of them changes the list it is given.
 */
import { quantile as quantileOf, quickselect } from 'simple-statistics';

/**
 * The same as the library's, to the last bit. Of an even number of values that selects both in the middle; but above the
 * lower one the upper one is simply the least, and a verdict asks for some fifty medians.
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median of no values');
  const partly = values.slice();
  const middle = (partly.length - 1) >> 1;
  quickselect(partly, middle, 0, partly.length - 1);
  const low = Number(partly[middle]);
  if (partly.length % 2 === 1) return low;
  let high = Number(partly[middle + 1]);
  for (let index = middle + 2; index < partly.length; index++) high = Math.min(high, Number(partly[index]));
  return low + 0.5 * (high - low);
}

/** The value below which `share` (0 to 1) of the values lie, interpolated between neighbours (type 7). */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('quantile of no values');
  return quantileOf(values, share);
}
