import { MAX_WAITING_LISTS } from '../src/domain/limits.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import type { Visit } from './visit.ts';

/** What observers report to. */
export interface Recorder {
  /** Runs a task after every observer's `drain`. */
  readonly work: (task: () => void) => void;
  /** The visit that `time` of the performance timeline lies in. What a closed one left is lost. */
  readonly find: (time: Milliseconds) => Visit | undefined;
  /** Something was noted, or waits to be taken in. */
  readonly changed: () => void;
}

export interface Observation {
  stop(): void;
  /** Takes in at once what the browser has told or queued. */
  drain?(): void;
}

export interface EntryTypes {
  navigation: PerformanceNavigationTiming;
  resource: PerformanceResourceTiming;
  longtask: PerformanceEntry;
  'long-animation-frame': PerformanceLongAnimationFrameTiming;
  'layout-shift': LayoutShift;
  'soft-navigation': PerformanceSoftNavigation;
  event: PerformanceEventTiming;
  'first-input': PerformanceEventTiming;
  mark: PerformanceEntry;
  measure: PerformanceEntry;
}

/** How an entry of each of some types is noted in the visit it began in. */
export type Notes = {
  readonly [Type in keyof EntryTypes]?: (visit: Visit, entry: EntryTypes[Type]) => void;
};

/** Of events, only those as long as web-vitals takes in; the browser's own bound is 104 ms. Others know no bound. */
const DURATION_THRESHOLD: Milliseconds = 40;

/**
 * Notes every entry of some types, from the start of the document on, in the visit it began in; types that this
 * browser does not know are left out. Urgent ones are taken in as soon as the browser tells of them, after all that it
 * has told before; others when there are many, or with the next piece of work.
 * For those who come late the browser tells how many entries it had lost by then.
 */
export function observeEntries(recorder: Recorder, notes: Notes, isUrgent = false): Observation {
  let waiting: PerformanceObserverEntryList[] = [];

  function take(entries: PerformanceEntryList): void {
    for (const entry of entries) {
      const visit = recorder.find(entry.startTime);
      if (visit) notes[entry.entryType as keyof EntryTypes]?.(visit, entry as never);
    }
  }

  const observer = new PerformanceObserver((list, _observer, { droppedEntriesCount = 0 } = {}) => {
    waiting.push(list);
    const first = recorder.find(0);
    if (first && droppedEntriesCount) {
      first.dropped.browserBuffer += droppedEntriesCount;
      first.version++;
    }
    if (isUrgent || waiting.length >= MAX_WAITING_LISTS) recorder.work(recorder.changed);
    else recorder.changed();
  });
  for (const type of Object.keys(notes)) {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) continue;
    observer.observe({ type, buffered: true, durationThreshold: DURATION_THRESHOLD });
  }
  return {
    stop: () => observer.disconnect(),
    drain() {
      const lists = waiting;
      waiting = [];
      for (const list of lists) take(list.getEntries());
      take(observer.takeRecords());
    },
  };
}
