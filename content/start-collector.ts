import { createHost } from './host.ts';
import type { Observation, Recorder } from './observe-entries.ts';
import { observeEvents } from './observe-events.ts';
import { observeHistory } from './observe-history.ts';
import { observeLayoutShifts } from './observe-layout-shifts.ts';
import { observeLifecycle } from './observe-lifecycle.ts';
import { observeLoad } from './observe-load.ts';
import { observeLongFrames } from './observe-long-frames.ts';
import { observeLongTasks } from './observe-long-tasks.ts';
import { observeResources } from './observe-resources.ts';
import { areSoftNavigationsReported, observeSoftNavigations } from './observe-soft-navigations.ts';
import { observeUserTimings } from './observe-user-timings.ts';
import { observeVitals } from './observe-vitals.ts';
import type { OpenVisit } from './open-visit.ts';
import { createVisits } from './visits.ts';

/**
 * Observes this document for as long as it and the extension live, and delivers a capture of every visit to it.
 * When the extension is gone it stops by itself, in silence, for good.
 */
export function startCollector(): { stop(): void } {
  let observations: readonly Observation[] = [];
  const host = createHost(stop, () => {
    for (const observation of observations) observation.drain();
  });
  const visits = createVisits(host);
  const recorder: Recorder = { work: host.work, note: visits.note };
  const observeNavigations = areSoftNavigationsReported() ? observeSoftNavigations : observeHistory;
  const tell = (message: (opened: OpenVisit) => void) =>
    host.work(() => {
      host.drain();
      visits.each(message);
    });

  host.work(() => {
    visits.beginDocument();
    observations = [
      observeLifecycle({
        activated: () => host.work(visits.showDocument),
        hidden: (time) => tell((opened) => opened.hide(time)),
        left: (isKept) => tell((opened) => opened.leave(!isKept)),
        restored: (time) => host.work(() => visits.beginRestored(time)),
      }),
      observeLoad(recorder),
      observeNavigations(recorder, visits.beginSoftNavigation),
      observeResources(recorder),
      observeLongTasks(recorder),
      observeLongFrames(recorder),
      observeLayoutShifts(recorder),
      observeEvents(recorder),
      observeUserTimings(recorder),
    ];
    observeVitals((from, change) =>
      host.work(() => {
        host.drain();
        visits.noteVital(from, change);
      }),
    );
  });

  function stop(): void {
    for (const observation of observations) observation.stop();
    visits.close();
  }
  return { stop };
}
