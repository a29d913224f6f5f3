import type { MetricDiff } from '../cause.ts';

const DECIMALS: Readonly<Record<MetricDiff['unit'], number>> = { ms: 1, bytes: 0, count: 1, score: 12 };

/**
 * A value as it stands in a report: tenths of a ms, whole bytes, tenths of a count (means of several loads), scores to
 * the precision of a double. Never −0.
 */
export function roundValue(value: number, unit: MetricDiff['unit']): number {
  const factor = 10 ** DECIMALS[unit];
  return Math.round(value * factor) / factor + 0;
}
