import { type Observation, observeEntries, type Recorder } from './observe-entries.ts';
import { pickLayoutShift } from './pick-layout-shift.ts';
import { addItem } from './visit.ts';

/** Shifts that count towards CLS: those within half a second of an input are expected by the user. */
export function observeLayoutShifts(recorder: Recorder): Observation {
  return observeEntries(recorder, ['layout-shift'], (visit, entry) => {
    if (!entry.hadRecentInput) addItem(visit, 'layoutShifts', pickLayoutShift(entry));
  });
}
