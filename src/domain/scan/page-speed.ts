import type { MetricName, MetricValues } from '../metric.ts';
import type { Milliseconds } from '../units.ts';
import { METRIC_NOISE } from './metric-noise.ts';
import { sameEverywhere } from './same-everywhere.ts';

/** The milestones a visitor waits for. They move together when a page gets slower and scatter partly by themselves. */
export const MILESTONES = [
  'firstContentfulPaint',
  'largestContentfulPaint',
  'domContentLoaded',
  'load',
] as const satisfies readonly MetricName[];

/**
 * Page speed: the geometric mean of four milestones, each with the offset of its own scale, in ms. It sees a shift of
 * all of them some loads earlier than each alone. Undefined unless all four were measured: a mean over fewer would
 * shift when one is missing.
 */
export function measurePageSpeed(metrics: MetricValues): Milliseconds | undefined {
  let sum = 0;
  for (const name of MILESTONES) {
    const value = metrics[name];
    if (value === undefined) return undefined;
    sum += Math.log(value + METRIC_NOISE[name].offset);
  }
  return sameEverywhere(Math.exp(sum / MILESTONES.length));
}
