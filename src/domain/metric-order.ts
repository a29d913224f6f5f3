import { METRIC_NAMES, type MetricName } from './metric.ts';

/** What a glance needs: Core Web Vitals first, then the order in which users feel a load. */
export const PROMINENT_METRICS: readonly MetricName[] = [
  'largestContentfulPaint',
  'interactionToNextPaint',
  'cumulativeLayoutShift',
  'firstContentfulPaint',
  'timeToFirstByte',
  'totalBlockingTime',
  'load',
  'transferSize',
];

/** Every metric in the order of its importance: wherever metrics are listed, they are in this order. */
export const METRIC_ORDER: readonly MetricName[] = [
  ...PROMINENT_METRICS,
  ...METRIC_NAMES.filter((metric) => !PROMINENT_METRICS.includes(metric)),
];
