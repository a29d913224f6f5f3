import { MAX_SCRIPTS_PER_FRAME } from '../src/domain/limits.ts';
import type { Notes } from './observe-entries.ts';
import { pickLayoutShift } from './pick-layout-shift.ts';
import { noteBusy, noteLoad } from './settle.ts';
import { addItem, addResource, type EventEntry, type SpanEntry, type Visit } from './visit.ts';

/**
 * An interaction is told of a frame or two after the one it waited for. A frame that handles many events, as when the
 * pointer moves over it, has a few dozen of them.
 */
const LATEST = 100;

/** What cannot wait: a load begins the wait for settle, and elements that have shifted may leave the document. */
export const URGENT_NOTES: Notes = {
  /** Load, by the browser's own entry: unlike an event, a page cannot fake it, and it is complete. */
  navigation(visit, { loadEventEnd }) {
    if (loadEventEnd) visit.settle = noteLoad(visit.settle, Math.max(loadEventEnd, visit.origin));
  },
  /** Shifts that count towards CLS: those within half a second of an input are expected by the user. */
  'layout-shift'(visit, entry) {
    if (!entry.hadRecentInput) addItem(visit, 'layoutShifts', pickLayoutShift(entry));
  },
};

export const NOTES: Notes = {
  /**
   * Every request, also beyond the 250 the browser keeps for latecomers and after the page has cleared or shrunk that
   * buffer: an observer from the start is given each entry as it is made.
   */
  resource(visit, entry) {
    visit.settle = noteBusy(visit.settle, entry.startTime, entry.responseEnd);
    addResource(visit, entry);
  },
  /** Tasks of 50 ms and more, also those of frames that share the page's main thread. */
  longtask(visit, entry) {
    visit.settle = noteBusy(visit.settle, entry.startTime, entry.startTime + entry.duration);
    addItem(visit, 'longTasks', entry);
  },
  /** Frames that took longer than 50 ms, with the scripts that ran in them. */
  'long-animation-frame'(visit, entry) {
    keepLatest(visit.latestFrames, entry);
    addItem(visit, 'longFrames', entry);
    visit.dropped.frameScripts += Math.max(0, entry.scripts.length - MAX_SCRIPTS_PER_FRAME);
  },
  event: noteEvent,
  'first-input': noteEvent,
  mark: noteUserTiming,
  measure: noteUserTiming,
};

/** Slow events. INP names one of an interaction; what ran in its frame besides is known from the others. */
function noteEvent(visit: Visit, entry: EventEntry): void {
  keepLatest(visit.latestEvents, entry);
}

/** The page's own marks and measures. */
function noteUserTiming(visit: Visit, entry: PerformanceEntry): void {
  addItem(visit, 'userTimings', entry);
}

function keepLatest<Entry extends SpanEntry>(latest: Entry[], entry: Entry): void {
  latest.push(entry);
  if (latest.length > LATEST) latest.shift();
}
