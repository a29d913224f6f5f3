import { type Observation, observeEntries, type Recorder } from './observe-entries.ts';

/** Events of some frames: a frame that handles many, as when the pointer moves over it, has a few dozen. */
const LATEST = 100;

/** Slow events. INP names one of an interaction; what ran in its frame besides is known from the others. */
export function observeEvents(recorder: Recorder): Observation {
  return observeEntries(recorder, ['event', 'first-input'], (visit, entry) => {
    visit.latestEvents = [...visit.latestEvents, entry].slice(-LATEST);
  });
}
