import { MAX_SCRIPTS_PER_FRAME } from '../src/domain/limits.ts';
import { type Observation, observeEntries, type Recorder } from './observe-entries.ts';
import { addItem } from './visit.ts';

/** An interaction is told of a frame or two after the one it waited for. */
const LATEST = 10;

/** Frames that took longer than 50 ms, with the scripts that ran in them. */
export function observeLongFrames(recorder: Recorder): Observation {
  return observeEntries(recorder, ['long-animation-frame'], (visit, entry) => {
    visit.latestFrames = [...visit.latestFrames, entry].slice(-LATEST);
    addItem(visit, 'longFrames', entry);
    visit.dropped.frameScripts += Math.max(0, entry.scripts.length - MAX_SCRIPTS_PER_FRAME);
  });
}
