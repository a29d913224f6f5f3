import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { MetricName } from '../../src/domain/metric.ts';
import type { Measured } from './measure-variant.ts';
import type { OracleMetric, Span } from './oracle-script.ts';
import { sumRequests } from './sum-requests.ts';
import { sumTasks } from './sum-tasks.ts';
import type { Variant } from './variant.ts';

/** One number, by both instruments. Absent on both sides is agreement too: nobody has measured it. */
export interface Comparison {
  readonly variant: string;
  readonly metric: string;
  readonly ours: number | undefined;
  readonly oracle: number | undefined;
  readonly difference: number | undefined;
  readonly agrees: boolean;
}

/** We keep tenths of a millisecond, and the browser coarsens clocks to those. */
const TIME = 1;
const SCORE = 1e-4;

/** The parts of an interaction come from the moments and durations of several events, each rounded to 8 ms. */
const EVENT_ROUNDING = 8;
const EXACT = 0;

/**
 * The paints of a restore are no entries of the browser's: web-vitals reads the clock when its callback runs in the
 * second frame, and of two that run in that frame the later one reads a later time.
 */
const FRAME = 1000 / 60;
const READ_FROM_CLOCK: ReadonlySet<MetricName> = new Set(['firstContentfulPaint', 'largestContentfulPaint']);

/** Told in whole milliseconds, rounded down, and without up to a millisecond of the scheduler's own work around it. */
const TASK = 2;

const VITALS = [
  ['timeToFirstByte', 'TTFB', TIME],
  ['firstContentfulPaint', 'FCP', TIME],
  ['largestContentfulPaint', 'LCP', TIME],
  ['interactionToNextPaint', 'INP', TIME],
  ['cumulativeLayoutShift', 'CLS', SCORE],
] as const satisfies readonly (readonly [MetricName, OracleMetric['name'], number])[];

/** Parts of a vital that both report under the same name. */
const PARTS = {
  largestContentfulPaint: ['resourceLoadDelay', 'resourceLoadDuration', 'elementRenderDelay'],
  interactionToNextPaint: ['inputDelay', 'processingDuration', 'presentationDelay'],
  cumulativeLayoutShift: ['largestShiftValue'],
} as const;

export function compareVariant(variant: Variant, measured: Measured): Comparison[] {
  const { name, scope = 'all' } = variant;
  const rows: Comparison[] = [];
  const add = (
    metric: string,
    ours: number | undefined,
    oracle: number | undefined,
    tolerance: number,
  ): void => {
    const isMissing = ours === undefined || oracle === undefined;
    const difference = isMissing ? undefined : ours - oracle;
    const agrees = difference === undefined ? ours === oracle : Math.abs(difference) <= tolerance + 1e-9;
    rows.push({ variant: name, metric, ours, oracle, difference, agrees });
  };
  addVitals(measured, add);
  if (scope === 'vitals') return rows;
  addMilestones(measured, add);
  addRequests(measured, add);
  if (scope !== 'no-tasks') addTasks(measured, add);
  addUserTimings(measured, add);
  return rows;
}

type Add = (metric: string, ours: number | undefined, oracle: number | undefined, tolerance: number) => void;

function addVitals({ snapshot, page }: Measured, add: Add): void {
  const told = selectMetrics(snapshot, page.metrics);
  for (const [metric, name, tolerance] of VITALS) {
    const oracle = told.find((candidate) => candidate.name === name);
    // The library says 0 for what came without a response; to us that is not measured.
    const isFetchless = name === 'TTFB' && snapshot.navigation.responseStart === undefined;
    const isRestore = snapshot.navigation.kind === 'back-forward-cache';
    const allowed = isRestore && READ_FROM_CLOCK.has(metric) ? FRAME : tolerance;
    add(metric, snapshot.metrics[metric], isFetchless ? undefined : oracle?.value, allowed);
    if (!(metric in PARTS) || isRestore) continue;
    const ours = (snapshot.vitals[metric] ?? {}) as Record<string, number | undefined>;
    for (const part of PARTS[metric as keyof typeof PARTS]) {
      const value = oracle?.parts[part];
      if (ours[part] === undefined && !value) continue;
      add(`  ${part}`, ours[part], value, name === 'INP' ? EVENT_ROUNDING : tolerance);
    }
  }
}

/** Of the page's metrics those of this visit: a document may have had several. */
function selectMetrics({ navigation: { kind } }: Snapshot, metrics: readonly OracleMetric[]): OracleMetric[] {
  if (isLater(kind)) return metrics.filter(({ navigationType }) => navigationType === kind);
  return metrics.filter(({ navigationType }) => !isLater(navigationType));
}

/** Kinds of visits that a document may have after its first. */
function isLater(kind: string): boolean {
  return kind === 'back-forward-cache' || kind === 'soft-navigation';
}

function addMilestones({ snapshot: { metrics }, trace }: Measured, add: Add): void {
  const { domInteractive, domContentLoadedEventEnd, loadEventEnd } = trace?.milestones ?? {};
  add('domInteractive', metrics.domInteractive, domInteractive, TIME);
  add('domContentLoaded', metrics.domContentLoaded, domContentLoadedEventEnd, TIME);
  add('load', metrics.load, loadEventEnd, TIME);
}

function addRequests({ snapshot, requests }: Measured, add: Add): void {
  const { metrics, totals, settledAt = 0 } = snapshot;
  const sums = sumRequests(requests ?? [], snapshot.url, settledAt);
  const restricted = totals.reduce((sum, total) => sum + total.restricted, 0);
  add('requests', metrics.requests, sums.requests, EXACT);
  add('transferSize', metrics.transferSize, sums.transferSize, EXACT);
  add('decodedSize', metrics.decodedSize, sums.decodedSize, EXACT);
  add('restricted requests', restricted, sums.restricted, EXACT);
}

/**
 * A task in which the first observer registers is told to nobody, nor is time that the scheduler itself takes around a
 * task: of the trace's tasks, those count in which the page's own observer or ours knows a long one. How long it was, the
 * page's own observer says: a process that loses its processor at the task's end makes the trace's task longer by
 * milliseconds, and the browser's entry not. What the trace has as one task may also be several without a pause between.
 */
function addTasks({ snapshot, page, trace }: Measured, add: Add): void {
  const { metrics, settledAt = 0 } = snapshot;
  const told = [...page.longTasks, ...snapshot.longTasks];
  const tasks = (trace?.tasks ?? [])
    .filter((task) => told.some((known) => covers(task, known)))
    .flatMap((task) => {
      const within = page.longTasks.filter((known) => covers(task, known));
      const isSame = within.length === 1 && within.every((known) => covers(known, task));
      return within.length > 1 || isSame ? within : [task];
    });
  const sums = sumTasks(tasks, { paintedAt: metrics.firstContentfulPaint, settledAt });
  add('longTasks', metrics.longTasks, sums.longTasks, EXACT);
  add('longestTask', metrics.longestTask, sums.longestTask, TASK);
  add(
    'totalBlockingTime',
    metrics.totalBlockingTime,
    sums.totalBlockingTime,
    TASK * Math.max(1, sums.longTasks),
  );
}

/** Whether most of the second lies within the first. */
function covers(task: Span, known: Span): boolean {
  const start = Math.max(task.startTime, known.startTime);
  const end = Math.min(task.startTime + task.duration, known.startTime + known.duration);
  return end - start > 0.8 * known.duration;
}

function addUserTimings({ snapshot, page }: Measured, add: Add): void {
  const [ours, theirs] = [snapshot.userTimings, page.userTimings].map((timings: readonly Span[]) =>
    [...timings].sort((a, b) => a.startTime - b.startTime),
  );
  add('user timings', ours?.length, theirs?.length, EXACT);
  theirs?.forEach((timing, index) => {
    add('  start', ours?.[index]?.startTime, timing.startTime, TIME);
    add('  duration', ours?.[index]?.duration, timing.duration, TIME);
  });
}
