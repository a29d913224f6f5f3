import { type Observation, observeEntries, type Recorder } from './observe-entries.ts';
import { noteBusy } from './settle.ts';
import { addItem } from './visit.ts';

/** Tasks of 50 ms and more, also those of frames that share the page's main thread. */
export function observeLongTasks(recorder: Recorder): Observation {
  return observeEntries(recorder, ['longtask'], (visit, entry) => {
    visit.settle = noteBusy(visit.settle, entry.startTime, entry.startTime + entry.duration);
    addItem(visit, 'longTasks', entry);
  });
}
