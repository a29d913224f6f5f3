/**
 * The registry of metrics: the only list of them in the project. Names are those of the JSON report.
 *
 * Everything but the Core Web Vitals is counted up to the end of *settle* (see `settledAt` of a capture),
 * so that a page left open for an hour costs no more than one closed at once.
 */
export interface MetricDefinition {
  readonly label: string;
  readonly title: string;
  readonly unit: 'ms' | 'bytes' | 'count' | 'score';
  /** timing: noisy, judged statistically. deterministic: the same load gives the same value. */
  readonly nature: 'timing' | 'deterministic';
  /**
   * Inclusive upper bound of "good" and exclusive lower bound of "poor". Sources: web-vitals `on*.ts` for the
   * vitals; Lighthouse's desktop curve (p10, median) for TBT.
   */
  readonly rating?: { readonly good: number; readonly poor: number };
}

const definitions = {
  timeToFirstByte: timing('TTFB', 'Time to First Byte', { good: 800, poor: 1800 }),
  firstContentfulPaint: timing('FCP', 'First Contentful Paint', { good: 1800, poor: 3000 }),
  largestContentfulPaint: timing('LCP', 'Largest Contentful Paint', { good: 2500, poor: 4000 }),
  interactionToNextPaint: timing('INP', 'Interaction to Next Paint', { good: 200, poor: 500 }),
  cumulativeLayoutShift: {
    label: 'CLS',
    title: 'Cumulative Layout Shift',
    unit: 'score',
    nature: 'deterministic',
    rating: { good: 0.1, poor: 0.25 },
  },
  totalBlockingTime: timing('TBT', 'Total Blocking Time', { good: 150, poor: 350 }),
  domInteractive: timing('DOM interactive', 'DOM interactive'),
  domContentLoaded: timing('DCL', 'DOMContentLoaded'),
  load: timing('Load', 'Load event'),
  longTasks: count('Long tasks', 'Tasks of 50 ms and more'),
  longestTask: timing('Longest task', 'Longest main-thread task'),
  requests: count('Requests', 'Requests'),
  transferSize: size('Transfer', 'Bytes over the network'),
  decodedSize: size('Decoded', 'Bytes after decompression'),
} as const satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof definitions;

export const METRICS: Readonly<Record<MetricName, MetricDefinition>> = definitions;

export const METRIC_NAMES = Object.keys(definitions) as MetricName[];

/** What one visit measured. A metric that is absent was not measured; it is never 0 instead. */
export type MetricValues = { readonly [Name in MetricName]?: number };

function timing(label: string, title: string, rating?: { good: number; poor: number }) {
  return { label, title, unit: 'ms', nature: 'timing', ...(rating && { rating }) } as const;
}

function count(label: string, title: string) {
  return { label, title, unit: 'count', nature: 'deterministic' } as const;
}

function size(label: string, title: string) {
  return { label, title, unit: 'bytes', nature: 'deterministic' } as const;
}
