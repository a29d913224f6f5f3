import type { Capture } from './capture.ts';
import { MAX_BYTES } from './limits.ts';
import type { MetricValues } from './metric.ts';
import { classifyInitiator } from './resource-type.ts';
import type { Resource, ResourceTotal } from './snapshot.ts';
import type { Bytes, Milliseconds } from './units.ts';

/** A task blocks from its 50th millisecond on (the Long Tasks specification, and Lighthouse's TBT). */
export const LONG_TASK: Milliseconds = 50;

/**
 * The metrics of one visit. Vitals are web-vitals' own values; loading milestones are the browser's. Counts, sizes
 * and blocking time cover the load up to `settledAt` and are not measured when settle was never reached.
 */
export function measureMetrics(
  capture: Pick<Capture, 'vitals' | 'navigation' | 'settledAt' | 'longTasks'>,
  totals: readonly ResourceTotal[],
): MetricValues {
  const { vitals, navigation, settledAt } = capture;
  const loading = {
    timeToFirstByte: vitals.timeToFirstByte?.value,
    firstContentfulPaint: vitals.firstContentfulPaint?.value,
    largestContentfulPaint: vitals.largestContentfulPaint?.value,
    interactionToNextPaint: vitals.interactionToNextPaint?.value,
    cumulativeLayoutShift: vitals.cumulativeLayoutShift?.value,
    domInteractive: navigation.domInteractive,
    domContentLoaded: navigation.domContentLoaded,
    load: navigation.load,
  };
  if (settledAt === undefined) return withoutAbsent(loading);
  const tasks = capture.longTasks.filter((task) => task.startTime <= settledAt);
  return withoutAbsent({
    ...loading,
    totalBlockingTime: sumBlockingTime(tasks, loading.firstContentfulPaint, settledAt),
    longTasks: tasks.length,
    longestTask: tasks.reduce((longest, task) => Math.max(longest, task.duration), 0),
    requests: sumWithin(totals, (total) => total.requests),
    transferSize: sumWithin(totals, (total) => total.transferSize),
    decodedSize: sumWithin(totals, (total) => total.decodedSize),
  });
}

/** Sums by type and party of what was requested up to settle; what exceeded the bounds is added by its type. */
export function sumResources(
  resources: readonly Resource[],
  overflow: Capture['overflow'],
  settledAt: Milliseconds | undefined,
): ResourceTotal[] {
  const sums = new Map<string, Sum>();
  const sumOf = (type: Sum['type'], party: Sum['party']): Sum => {
    const key = `${type} ${party}`;
    const known = sums.get(key);
    if (known) return known;
    const sum: Sum = { type, party, requests: 0, transferSize: 0, decodedSize: 0, restricted: 0 };
    sums.set(key, sum);
    return sum;
  };
  for (const resource of resources) {
    const isCounted = settledAt === undefined || resource.startTime <= settledAt;
    if (isCounted) addResource(sumOf(resource.type, resource.party), resource);
  }
  for (const [initiatorType, { count, transferSize, decodedSize }] of Object.entries(overflow ?? {})) {
    const sum = sumOf(classifyInitiator(initiatorType), 'first');
    sum.requests += count;
    sum.transferSize += transferSize;
    sum.decodedSize += decodedSize;
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

/** A total while it is summed up: there may be ten thousand resources, and a copy for each would cost more than they do. */
type Sum = { -readonly [Key in keyof ResourceTotal]: ResourceTotal[Key] };

function addResource(sum: Sum, resource: Resource): void {
  const transferSize = transferSizeOf(resource);
  sum.requests++;
  sum.transferSize += transferSize ?? 0;
  sum.decodedSize += resource.decodedSize ?? 0;
  if (transferSize === undefined) sum.restricted++;
}

/** Bytes a resource took over the network; undefined when the browser hides them and DevTools did not tell. */
export function transferSizeOf(resource: Resource): Bytes | undefined {
  if (resource.delivery !== 'restricted') return resource.transferSize;
  return resource.networkLog?.transferSize;
}

function sumBlockingTime(
  tasks: Capture['longTasks'],
  firstContentfulPaint: Milliseconds | undefined,
  settledAt: Milliseconds,
): Milliseconds | undefined {
  if (firstContentfulPaint === undefined) return undefined;
  return sum(tasks, (task) => {
    const start = Math.max(task.startTime, firstContentfulPaint);
    const end = Math.min(task.startTime + task.duration, settledAt);
    return Math.max(0, end - start - LONG_TASK);
  });
}

/** A page may claim any size of each of its resources; of their sum no more is believed than of one. */
function sumWithin(totals: readonly ResourceTotal[], valueOf: (total: ResourceTotal) => number): number {
  return Math.min(sum(totals, valueOf), MAX_BYTES);
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}

function withoutAbsent(values: Record<string, number | undefined>): MetricValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
