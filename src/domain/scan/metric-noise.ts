import type { MetricName } from '../metric.ts';

/** What is judged: every metric, and the page speed that sums up the loading milestones. */
export type SeriesName = MetricName | 'pageSpeed';

/** How a metric scatters and how large a change must be to matter. All shifts are in ln(value + offset). */
export interface MetricNoise {
  /** Added before the logarithm: below about this size scatter is absolute (a frame, a request), above relative. */
  readonly offset: number;
  /** Scatter assumed before any load is seen; it weighs as much as `PRIOR_LOADS` loads. */
  readonly sigma: number;
  /** A shift must exceed both: the relative one, in log units, … */
  readonly relative: number;
  /** … and the absolute one, in the metric's own unit. */
  readonly absolute: number;
  /** How much more a shift of it weighs than one of another series; 1 where absent. The calibration knows it. */
  readonly weight?: number;
  /**
   * For deterministic metrics: consecutive loads that must agree before a change of a constant value is believed,
   * when the build changed with it and when nothing explains it. Absent for timings, which are never constant.
   */
  readonly confirmations?: { readonly newBuild: number; readonly sameBuild: number };
}

/** The prior's weight: the spread of five values alone is worthless, that of twenty needs no help. */
export const PRIOR_LOADS = 4;

/**
 * Paint waits for a frame and, on a fast local page, for frame scheduling: FCP alternates between 80 and 220 ms with
 * nothing changed. 50 ms of offset and of absolute shift keep that out; .08 is what a developer would act upon.
 */
const MILESTONE: MetricNoise = { offset: 50, sigma: 0.12, relative: 0.08, absolute: 50 };

/**
 * Work on the main thread scatters a little more than the moments that enclose it: a tenth on recorded pages that do
 * much of it, which the prior must not drown. Of 400 ms, 50 ms are .12; of less the absolute gate is the higher one.
 * The time of the scripts in long frames would say no more: over 120 loads it followed that of long tasks at r = .999.
 */
const BLOCKING: MetricNoise = { offset: 50, sigma: 0.15, relative: 0.12, absolute: 50 };

/** Sizes repeat to the byte but for headers; 20 kB is a file worth asking about, 4 % keeps it so on large pages. */
const SIZE: MetricNoise = {
  offset: 10_000,
  sigma: 0.02,
  relative: 0.04,
  absolute: 20_000,
  // A new build explains new bytes; otherwise one odd load (a favicon, a retried request) is waited out.
  confirmations: { newBuild: 1, sameBuild: 2 },
};

export const METRIC_NOISE: Readonly<Record<SeriesName, MetricNoise>> = {
  // The server answers in tens of milliseconds locally: 40 ms is the smallest change seen above its own scatter.
  timeToFirstByte: { offset: 20, sigma: 0.15, relative: 0.12, absolute: 40 },
  firstContentfulPaint: MILESTONE,
  largestContentfulPaint: MILESTONE,
  domInteractive: MILESTONE,
  domContentLoaded: MILESTONE,
  load: MILESTONE,
  totalBlockingTime: BLOCKING,
  longestTask: BLOCKING,
  // Counted from the first millisecond and in steps of a frame: two frames of offset. No two visitors click alike.
  interactionToNextPaint: { offset: 30, sigma: 0.22, relative: 0.18, absolute: 50 },
  // Averages four milestones, so it scatters less than each of them. What slows a page down shows here first: of the
  // false alarms that are allowed it gets a larger share than a metric that moves alone.
  pageSpeed: { ...MILESTONE, offset: 0, sigma: 0.1, weight: 1.2 },
  // Discrete, but every hiccup of the machine adds some: three loads in a row or it is not the page.
  longTasks: {
    offset: 2,
    sigma: 0.15,
    relative: 0.2,
    absolute: 2,
    confirmations: { newBuild: 3, sameBuild: 3 },
  },
  // .03 is a third of the "good" bound. Which shift comes before which image is a race, so one load is not enough.
  cumulativeLayoutShift: {
    offset: 0.05,
    sigma: 0.15,
    relative: 0.25,
    absolute: 0.03,
    confirmations: { newBuild: 2, sameBuild: 3 },
  },
  // More than two requests and more than 5 %: a favicon or a beacon that comes and goes is neither.
  requests: {
    offset: 5,
    sigma: 0.03,
    relative: 0.05,
    absolute: 2,
    confirmations: { newBuild: 1, sameBuild: 2 },
  },
  transferSize: SIZE,
  decodedSize: SIZE,
};
