import type {
  Capture,
  CapturedVitals,
  DocumentFacts,
  Environment,
  LayoutShift,
  NavigationKind,
} from '../src/domain/capture.ts';
import {
  MAX_LAYOUT_SHIFTS,
  MAX_LONG_FRAMES,
  MAX_LONG_TASKS,
  MAX_RESOURCES,
  MAX_USER_TIMINGS,
} from '../src/domain/limits.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import { addOverflow, type CountedRequest, countRequest, type Overflow } from './overflow.ts';
import type { LongFrameEntry } from './pick-long-frame.ts';
import type { ResourceEntry } from './pick-resource.ts';
import type { Settle } from './settle.ts';
import { createVisitId } from './visit-id.ts';

export type SpanEntry = Pick<PerformanceEntry, 'startTime' | 'duration'>;
export type EventEntry = Pick<
  PerformanceEventTiming,
  'name' | 'startTime' | 'duration' | 'processingStart' | 'processingEnd' | 'target' | 'targetSelector'
>;
type UserTimingEntry = SpanEntry & Pick<PerformanceEntry, 'name' | 'entryType'>;

/** How many items of each list are kept: the first ones, as a visit is judged by its load. */
const BOUNDS = {
  longTasks: MAX_LONG_TASKS,
  longFrames: MAX_LONG_FRAMES,
  userTimings: MAX_USER_TIMINGS,
  layoutShifts: MAX_LAYOUT_SHIFTS,
};

export const LISTS = Object.keys(BOUNDS) as (keyof typeof BOUNDS)[];

interface Lists {
  resources: ResourceEntry[];
  /** Of the same requests in the same order. */
  counted: CountedRequest[];
  longTasks: SpanEntry[];
  longFrames: LongFrameEntry[];
  userTimings: UserTimingEntry[];
  layoutShifts: LayoutShift[];
}

/**
 * What has been seen of one visit. All times are of the performance timeline, as the browser reports them; they become
 * moments of the visit only in a capture, because a prerendered page learns its origin when it is activated.
 */
export interface Visit extends Lists {
  readonly id: string;
  readonly url: string;
  /** The earliest entry that belongs to it. web-vitals calls it `navigationStartTime` and marks its metrics with it. */
  readonly from: Milliseconds;
  readonly late: boolean;
  kind: NavigationKind;
  /** Moment zero: `from`, or the activation of a prerendered page. */
  origin: Milliseconds;
  hidden: boolean;
  settle: Settle;
  vitals: CapturedVitals;
  document?: DocumentFacts;
  environment?: Environment;
  /** The last few long frames and slow events, to explain an interaction with: the lists have the first ones only. */
  readonly latestFrames: LongFrameEntry[];
  readonly latestEvents: EventEntry[];
  /** Requests beyond the bound. */
  readonly overflow: Overflow;
  readonly dropped: Required<Omit<Capture['dropped'], 'resources' | 'resourcesAfterSettle'>>;
  /** Grows with everything that a capture would tell: what has the same version reads the same. */
  version: number;
}

export function createVisit(start: Pick<Visit, 'kind' | 'url' | 'from' | 'late'>): Visit {
  return {
    ...start,
    id: createVisitId(),
    origin: start.from,
    hidden: false,
    settle: { busyUntil: 0 },
    vitals: {},
    resources: [],
    counted: [],
    longTasks: [],
    longFrames: [],
    userTimings: [],
    layoutShifts: [],
    latestFrames: [],
    latestEvents: [],
    overflow: { totals: {}, afterSettle: 0 },
    dropped: {
      browserBuffer: 0,
      longTasks: 0,
      longFrames: 0,
      userTimings: 0,
      layoutShifts: 0,
      frameScripts: 0,
      documentScripts: 0,
    },
    version: 0,
  };
}

/** Keeps an item, or counts it when its list is full. */
export function addItem<Name extends keyof typeof BOUNDS>(
  visit: Visit,
  name: Name,
  item: Lists[Name][number],
): void {
  visit.version++;
  if (visit[name].length < BOUNDS[name]) visit[name].push(item as never);
  else visit.dropped[name]++;
}

export function addResource(visit: Visit, entry: ResourceEntry): void {
  visit.version++;
  const counted = countRequest(entry);
  if (visit.resources.length < MAX_RESOURCES) {
    visit.resources.push(entry);
    visit.counted.push(counted);
  } else addOverflow(visit.overflow, [counted], visit.settle.settledAt);
}

/**
 * Hands over what began with the interaction that led to `next`: the browser tells of a soft navigation only after
 * its first paint. The first `sent` requests have already been reported of `previous`, and stay with it.
 */
export function handOver(previous: Visit, next: Visit, sent: number): void {
  const isNext = ({ startTime }: { readonly startTime: Milliseconds }) => startTime >= next.from;
  for (const name of ['resources', 'counted', ...LISTS] as const) {
    const first = name in BOUNDS ? 0 : sent;
    const rest = previous[name].splice(first) as SpanEntry[];
    previous[name].push(...(rest.filter((item) => !isNext(item)) as never[]));
    next[name].push(...(rest.filter(isNext) as never[]));
  }
}
