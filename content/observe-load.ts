import { type Observation, observeEntries, type Recorder } from './observe-entries.ts';
import { noteLoad } from './settle.ts';

/** Learns of load from the browser's own entry: unlike an event, a page cannot fake it, and it is complete. */
export function observeLoad(recorder: Recorder): Observation {
  return observeEntries(recorder, ['navigation'], (visit, { loadEventEnd }) => {
    if (loadEventEnd) visit.settle = noteLoad(visit.settle, Math.max(loadEventEnd, visit.origin));
  });
}
