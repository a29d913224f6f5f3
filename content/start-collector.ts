import { createHost, type Host } from './host.ts';
import { NOTES, URGENT_NOTES } from './note-entries.ts';
import { type Observation, observeEntries, type Recorder } from './observe-entries.ts';
import { observeHistory } from './observe-history.ts';
import { observeLifecycle } from './observe-lifecycle.ts';
import { observeVitals } from './observe-vitals.ts';
import type { OpenVisit } from './open-visit.ts';
import { areSoftNavigationsReported, noteSoftNavigations } from './soft-navigations.ts';
import { createVisits } from './visits.ts';

/**
 * Observes this document for as long as it and the extension live, and delivers a capture of every visit to it.
 * When the extension is gone it stops by itself, in silence, for good.
 *
 * Everything begins at once, although it keeps the parser waiting: a task right after this one was measured to come
 * before DOMContentLoaded just the same, and one after that would miss interactions the browser does not keep for us.
 */
export function startCollector(): Host {
  const observations: Observation[] = [];
  const host = createHost(stop, () => {
    for (const observation of observations) observation.drain?.();
  });
  const visits = createVisits(host);
  const changed = () => {
    if (host.isAlive()) visits.each((opened) => opened.change());
  };
  const recorder: Recorder = { work: host.work, find: visits.find, changed };
  const tell = (message: (opened: OpenVisit) => void) => host.work(() => visits.each(message));

  host.work(() => {
    visits.beginDocument();
    const isReported = areSoftNavigationsReported();
    const urgent = { ...URGENT_NOTES, ...(isReported && noteSoftNavigations(visits.beginSoftNavigation)) };
    observations.push(
      observeLifecycle({
        activated: () => host.work(visits.showDocument),
        hidden: (time) => tell((opened) => opened.hide(time)),
        left: (isKept) => tell((opened) => opened.leave(!isKept)),
        restored: (time) => host.work(() => visits.beginRestored(time)),
      }),
      observeEntries(recorder, NOTES),
      observeEntries(recorder, urgent, true),
    );
    if (!isReported) observations.push(observeHistory(recorder, visits.beginSoftNavigation));
    observeVitals((from, change) => host.work(() => visits.noteVital(from, change)));
  });

  function stop(): false {
    for (const observation of observations) observation.stop();
    visits.close();
    return false;
  }
  return host;
}
