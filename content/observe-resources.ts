import { type Observation, observeEntries, type Recorder } from './observe-entries.ts';
import { noteBusy } from './settle.ts';
import { addResource } from './visit.ts';

/**
 * Every request, also beyond the 250 the browser keeps for latecomers and after the page has cleared or shrunk that
 * buffer: an observer from the start is given each entry as it is made.
 */
export function observeResources(recorder: Recorder): Observation {
  return observeEntries(recorder, ['resource'], (visit, entry) => {
    visit.settle = noteBusy(visit.settle, entry.startTime, entry.responseEnd);
    addResource(visit, entry);
  });
}
