import type { Budget, BudgetLimit } from './budget.ts';
import type { MetricName } from './metric.ts';

const metricLimit = (metric: MetricName, max: number): BudgetLimit => ({
  type: 'absolute',
  target: { kind: 'metric', metric },
  max,
});

const sizeLimit = (type: 'script' | 'image' | 'stylesheet' | 'font', max: number): BudgetLimit => ({
  type: 'absolute',
  target: { kind: 'resources', type, measure: 'transferSize' },
  max,
});

/**
 * What applies before anybody has set a budget. Vitals: the upper bound of "good" in the web-vitals thresholds; TBT:
 * Lighthouse's desktop bound. Sizes and counts: a page that a mid-range phone on a 1.6 Mbit/s line still shows in
 * five seconds carries about 1 MB, of which a third may be script.
 */
export const DEFAULT_BUDGET: Budget = {
  id: 'default',
  name: 'Default',
  pattern: '*',
  limits: [
    metricLimit('timeToFirstByte', 800),
    metricLimit('firstContentfulPaint', 1800),
    metricLimit('largestContentfulPaint', 2500),
    metricLimit('interactionToNextPaint', 200),
    metricLimit('cumulativeLayoutShift', 0.1),
    metricLimit('totalBlockingTime', 150),
    metricLimit('requests', 75),
    metricLimit('transferSize', 1_000_000),
    sizeLimit('script', 350_000),
    sizeLimit('stylesheet', 100_000),
    sizeLimit('image', 600_000),
    sizeLimit('font', 150_000),
  ],
};
