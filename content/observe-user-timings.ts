import { type Observation, observeEntries, type Recorder } from './observe-entries.ts';
import { addItem } from './visit.ts';

/** The page's own marks and measures. */
export function observeUserTimings(recorder: Recorder): Observation {
  return observeEntries(recorder, ['mark', 'measure'], (visit, entry) => {
    addItem(visit, 'userTimings', entry);
  });
}
