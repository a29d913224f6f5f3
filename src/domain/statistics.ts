/**
 * The one door to the statistics library, so that callers never meet its edge cases: every function here wants at
 * least one value and throws a RangeError for none. None of them changes the list it is given.
 */
import { median as medianOf, quantile as quantileOf } from 'simple-statistics';

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median of no values');
  return medianOf(values);
}

/** The value below which `share` (0 to 1) of the values lie, interpolated between neighbours (type 7). */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('quantile of no values');
  return quantileOf(values, share);
}
