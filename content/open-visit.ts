import type { Milliseconds } from '../src/domain/units.ts';
import { createDelivery } from './delivery.ts';
import type { Host } from './host.ts';
import { readDocumentFacts } from './read-document-facts.ts';
import { readWasHidden } from './read-visibility.ts';
import { noteTime } from './settle.ts';
import { handOver, type Visit } from './visit.ts';
import { type SettleWait, waitForSettle } from './wait-for-settle.ts';

/**
 * web-vitals tells the last values of a view that a soft navigation has ended in an idle callback, which it lets wait
 * for up to one second.
 */
const LAST_VITALS: Milliseconds = 1_500;

/** A visit that is still being observed, and what happens to it when. */
export interface OpenVisit {
  readonly visit: Visit;
  /**
   * Begins to wait for settle, after a load that may have been already. A visit that was never started, of a page
   * prerendered in vain, stays silent.
   */
  start(load: Milliseconds | undefined): void;
  /** Something was noted in it. */
  change(): void;
  hide(time: Milliseconds): void;
  /** A soft navigation takes its place. Calls `ended` when its last capture has been written. */
  end(next: Visit, ended: () => void): void;
  /** The page is going. Called again, it speaks only if there is something new. */
  leave(alsoSend: boolean): void;
  close(): void;
}

export function createOpenVisit(visit: Visit, host: Host): OpenVisit {
  const delivery = createDelivery(visit, host);
  let settling: SettleWait | undefined;
  let leftVersion = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function readDocument(): void {
    const [facts, dropped] = readDocumentFacts();
    visit.document = facts;
    visit.dropped.documentScripts = dropped;
    visit.version++;
  }

  function commit(): void {
    host.loaded();
    readDocument();
    delivery.commit();
  }

  function leave(alsoSend: boolean): void {
    if (!settling || leftVersion === visit.version) return;
    if (!visit.document) readDocument();
    leftVersion = visit.version;
    delivery.leave(alsoSend);
  }

  function close(): void {
    settling?.stop();
    clearTimeout(timer);
    delivery.close();
  }

  return {
    visit,
    start(load) {
      visit.settle = { load, busyUntil: visit.origin };
      visit.hidden = readWasHidden(visit.origin);
      settling = waitForSettle(visit, host, commit);
    },
    change() {
      settling?.wake();
      delivery.change();
    },
    hide(time) {
      if (leftVersion >= 0) return leave(false);
      visit.settle = noteTime(visit.settle, time);
      if (visit.settle.settledAt === undefined) visit.hidden = true;
      delivery.flush();
    },
    end(next, ended) {
      settling?.stop();
      visit.settle = noteTime(visit.settle, next.from);
      visit.document ??= { scripts: [] };
      handOver(visit, next, delivery.sent);
      timer = setTimeout(() => {
        host.work(() => leave(true));
        close();
        ended();
      }, LAST_VITALS);
    },
    leave,
    close,
  };
}
