import type { NavigationKind } from '../src/domain/capture.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import type { Host } from './host.ts';
import { createOpenVisit, type OpenVisit } from './open-visit.ts';
import {
  readActivationStart,
  readIsLate,
  readNavigationKind,
  readTimeToFirstByte,
} from './read-navigation.ts';
import { createVisit, type Visit } from './visit.ts';

/** The visits of this document that are being observed: one, and for a moment those that soft navigations ended. */
export interface Visits {
  /** The visit for which the document was fetched. A prerendered one is observed, and silent until it is shown. */
  readonly beginDocument: () => void;
  readonly showDocument: () => void;
  readonly beginRestored: (from: Milliseconds) => void;
  readonly beginSoftNavigation: (from: Milliseconds, url: string) => void;
  /** The visit that `time` of the performance timeline lies in; what a closed one left is lost. */
  readonly find: (time: Milliseconds) => Visit | undefined;
  /** Notes what web-vitals tells of the visit that began at exactly `from`. */
  readonly noteVital: (from: Milliseconds, change: (visit: Visit) => void) => void;
  readonly each: (tell: (opened: OpenVisit) => void) => void;
  readonly close: () => void;
}

export function createVisits(host: Host): Visits {
  let open: readonly OpenVisit[] = [];

  function begin(kind: NavigationKind, from: Milliseconds, url = location.href): OpenVisit {
    const late = from === 0 && readIsLate();
    const opened = createOpenVisit(createVisit({ kind, from, url, late }), host);
    open = [...open, opened];
    return opened;
  }

  function showDocument(): void {
    const [opened] = open;
    if (!opened) return;
    const { visit } = opened;
    visit.kind = readNavigationKind();
    visit.origin = readActivationStart();
    visit.vitals = { timeToFirstByte: readTimeToFirstByte() };
    opened.start(visit.settle.load && Math.max(visit.settle.load, visit.origin));
  }

  function close(): void {
    for (const opened of open) opened.close();
    open = [];
  }

  return {
    beginDocument() {
      begin(readNavigationKind(), 0);
      if (!document.prerendering) showDocument();
    },
    showDocument,
    beginRestored(from) {
      close();
      begin('back-forward-cache', from).start(from);
    },
    beginSoftNavigation(from, url) {
      const previous = open.at(-1);
      const next = begin('soft-navigation', from, url);
      previous?.end(next.visit, () => {
        open = open.filter((other) => other !== previous);
      });
      next.start(performance.now());
    },
    find: (time) => open.findLast(({ visit }) => visit.from <= time)?.visit,
    noteVital(from, change) {
      const opened = open.find(({ visit }) => visit.from === from);
      if (!opened) return;
      change(opened.visit);
      opened.change();
    },
    each(tell) {
      for (const opened of open) tell(opened);
    },
    close,
  };
}
