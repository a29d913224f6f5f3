import type { Milliseconds } from '../src/domain/units.ts';
import type { Visit } from './visit.ts';

/** What observers report to. */
export interface Recorder {
  readonly work: (task: () => void) => void;
  /** Notes something in the visit that `time` of the performance timeline lies in. What a closed visit left is lost. */
  readonly note: (time: Milliseconds, change: (visit: Visit) => void) => void;
}

export interface Observation {
  stop(): void;
  /** Takes in at once what the browser has queued and not delivered yet. */
  drain(): void;
}

interface EntryTypes {
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

/** Of events, only those as long as web-vitals takes in; the browser's own bound is 104 ms. Others know no bound. */
const DURATION_THRESHOLD: Milliseconds = 40;

/**
 * Notes every entry of some types, from the start of the document on, in the visit it began in; types that this
 * browser does not know are left out. For those who come late the browser tells how many entries it had lost by then.
 */
export function observeEntries<Type extends keyof EntryTypes>(
  recorder: Recorder,
  types: readonly Type[],
  add: (visit: Visit, entry: EntryTypes[Type]) => void,
): Observation {
  const take = (entries: PerformanceEntryList) =>
    recorder.work(() => {
      for (const entry of entries as EntryTypes[Type][]) {
        recorder.note(entry.startTime, (visit) => add(visit, entry));
      }
    });
  const observer = new PerformanceObserver((list, _observer, { droppedEntriesCount = 0 } = {}) => {
    if (droppedEntriesCount > 0) {
      recorder.note(0, (visit) => {
        visit.dropped.browserBuffer += droppedEntriesCount;
        visit.version++;
      });
    }
    take(list.getEntries());
  });
  for (const type of types) {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) continue;
    observer.observe({ type, buffered: true, durationThreshold: DURATION_THRESHOLD });
  }
  return {
    stop: () => observer.disconnect(),
    drain: () => take(observer.takeRecords()),
  };
}
