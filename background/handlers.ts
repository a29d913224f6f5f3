import browser from 'webextension-polyfill';
import type { StorageState } from '../src/domain/storage-state.ts';
import type { EpochMs } from '../src/domain/units.ts';
import { broadcastChange } from '../src/protocol/channel.ts';
import type { RequestArgument, RequestName, RequestReply } from '../src/protocol/messages.ts';
import { deleteBudget, saveBudget } from '../src/store/budgets.ts';
import { changeBaseline } from '../src/store/change-baseline.ts';
import { openMonitorDatabase } from '../src/store/database.ts';
import type { VisitRow } from '../src/store/schema.ts';
import { deleteEverything, deletePage } from '../src/store/delete.ts';
import { importVisits } from '../src/store/import-visits.ts';
import { saveSettings } from '../src/store/settings.ts';
import { mergeNetworkLog } from '../src/store/merge-network-log.ts';
import { saveRouteTemplates } from '../src/store/route-templates.ts';
import { verifyStore } from '../src/store/verify-store.ts';
import { refreshVisibleBadges } from './badge.ts';
import { readIsAfterBrowserStart } from './browser-start.ts';
import { announceVisits, drainQueue } from './drain.ts';
import { clearHeld, countHeld, readHeldVisits } from './held.ts';
import { inLots } from './in-lots.ts';
import { keepCapture, MAX_LOT, recoverStorage, retryStorage } from './keep.ts';
import { clearOutbox } from './outbox.ts';
import { noteProcessor, readBusyBefore } from './processor.ts';
import { readCapturingTab, type Self, type Sender } from './sender.ts';
import { syncSites } from './sites.ts';
import { emptyOnPurpose, forgetFailure, noteFailure, readStorageState } from './storage-watch.ts';

type Handlers = {
  readonly [Name in RequestName]: (
    argument: RequestArgument<Name>,
    sender: Sender,
  ) => Promise<RequestReply<Name>>;
};

/**
 * How long an answer waits for the judgement of what had to be put into the queue. A sender that gets no answer sends again and so
 * starts a worker that died meanwhile; that is worth a few milliseconds, but not a queue of others' captures.
 */
const LONGEST_ANSWER = 1000;

/** The worker as a table of verbs. Arguments have been parsed, and who may ask has been settled, before. */
export const HANDLERS = {
  async captureVisit(capture, sender) {
    const tabId = readCapturingTab(capture.url, sender, readSelf());
    const [afterBrowserStart, busy] = await Promise.all([
      readIsAfterBrowserStart(capture.startedAt),
      readBusyBefore(tabId, capture.startedAt),
    ]);
    const arrival = {
      capture,
      tabId,
      now: Date.now(),
      afterBrowserStart,
      ...(busy !== undefined && { busy }),
    };
    const { status, visit } = await keepCapture(arrival);
    const work = finishArrival(visit).catch(noteFailure);
    if (!visit) await Promise.race([work, pause(LONGEST_ANSWER)]);
    return { status };
  },
  async saveBudget(budget) {
    await announce(await saveBudget(await openMonitorDatabase(), budget));
  },
  async deleteBudget(id) {
    await announce(await deleteBudget(await openMonitorDatabase(), id));
  },
  async saveRouteTemplates(templates) {
    await saveRouteTemplates(await openMonitorDatabase(), templates);
    await announce([]);
  },
  async importVisits(visits) {
    const imported = await importVisits(await openMonitorDatabase(), visits);
    await announce(imported.pages, imported.visits);
    return { imported: imported.visits.length, skipped: imported.skipped };
  },
  async mergeNetworkLog(log) {
    const visit = await mergeNetworkLog(await openMonitorDatabase(), log);
    if (visit) await announce([visit.page], [visit.visitId]);
    return { isChanged: visit !== undefined };
  },
  noteProcessor,
  async changeBaseline({ change, ...target }) {
    const dated = { ...target, change: { ...change, at: Date.now() as EpochMs } };
    await changeBaseline(await openMonitorDatabase(), dated);
    await announce([target.page]);
  },
  async deletePage(page) {
    await deletePage(await openMonitorDatabase(), page);
    await announce([page]);
  },
  async deleteEverything() {
    await clearHeld();
    await emptyOnPurpose(() => clearOutbox(deleteEverything));
    await forgetFailure();
    await announce([]);
  },
  async saveSettings(settings) {
    await saveSettings(await openMonitorDatabase(), settings);
    await announce([]);
  },
  syncSites,
  readStorage,
  async retryStorage() {
    await retryStorage();
    await drainQueue().catch(noteFailure);
    return readStorage();
  },
  readHeldVisits,
  async verifyStore() {
    return verifyStore(await openMonitorDatabase());
  },
} satisfies Handlers;

/** What follows once captures are on disk, done once for all that came while it was done for those before. */
const finishArrival = inLots<VisitRow | undefined, void>(async (visits) => {
  await announceVisits(visits.filter((visit) => visit !== undefined));
  await recoverStorage();
  await drainQueue();
  return visits.map(() => ({ status: 'fulfilled', value: undefined }));
}, MAX_LOT);

export function readSelf(): Self {
  return { id: browser.runtime.id, url: browser.runtime.getURL('') };
}

async function readStorage(): Promise<StorageState> {
  return readStorageState(await countHeld());
}

/** `visits` are those that were stored, when nothing else has changed. */
async function announce(pages: readonly string[], visits?: readonly string[]): Promise<void> {
  // A hint without pages would say that everything may have changed.
  if (pages.length > 0 || !visits) broadcastChange(pages, visits);
  await refreshVisibleBadges();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
