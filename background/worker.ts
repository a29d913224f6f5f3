import browser from 'webextension-polyfill';
import { OUTBOX_PREFIX } from '../src/protocol/messages.ts';
import { openMonitorDatabase } from '../src/store/database.ts';
import { forgetAllTabs, forgetStale, forgetTab } from '../src/store/tabs.ts';
import { answer } from './answer.ts';
import { noteBrowserStart } from './browser-start.ts';
import { refreshBadge, refreshVisibleBadges } from './badge.ts';
import { drainQueue } from './drain.ts';
import { recoverStorage } from './keep.ts';
import { sweepOutbox } from './outbox.ts';
import { armUpkeep, UPKEEP } from './alarms.ts';
import { forgetProcessor } from './processor.ts';
import type { Sender } from './sender.ts';
import { enterOpenTabs, syncSites } from './sites.ts';
import { showFirstSteps } from './first-steps.ts';
import { noteFailure, noticeLoss } from './storage-watch.ts';

/**
 * The worker lives from one event to the next and remembers nothing: every listener is registered here, before
 * anything is awaited, and every fact is in the database.
 */
browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => answer(message, sender));

browser.storage.onChanged.addListener((changes, area) => {
  const arrived = Object.entries(changes).some(
    ([key, { newValue }]) => key.startsWith(OUTBOX_PREFIX) && newValue !== undefined,
  );
  if (area === 'local' && arrived) run(pickUp);
});

browser.alarms.onAlarm.addListener(({ name }) => {
  run(pickUp);
  if (name === UPKEEP) run(forgetWhatIsGone);
});

browser.runtime.onStartup.addListener(() => {
  run(noteBrowserStart);
  run(async () => forgetAllTabs(await openMonitorDatabase()));
  run(syncSites);
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') run(showFirstSteps);
  run(syncSites);
  run(() => enterOpenTabs());
});

browser.permissions.onAdded.addListener(({ origins }) => {
  run(syncSites);
  run(() => enterOpenTabs(origins ?? []));
});

browser.permissions.onRemoved.addListener(() => run(syncSites));

browser.tabs.onActivated.addListener(({ tabId }) => run(() => refreshBadge(tabId)));

browser.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status !== undefined) run(() => refreshBadge(tabId));
});

browser.tabs.onRemoved.addListener((tabId) => {
  run(async () => forgetTab(await openMonitorDatabase(), tabId));
  run(() => forgetProcessor(tabId));
});

run(armUpkeep);
run(noticeLoss);
run(pickUp);
run(refreshVisibleBadges);

/** Whatever an earlier life of this worker has left undone. */
async function pickUp(): Promise<void> {
  // A disk that fails, a queue that is full or one broken entry must not keep the rest from being judged.
  for (const step of [recoverStorage, sweepOutbox, drainQueue]) await step().catch(noteFailure);
}

async function forgetWhatIsGone(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const open = new Set(tabs.map(({ id }) => id));
  await forgetStale(await openMonitorDatabase(), { isOpen: (tabId) => open.has(tabId), now: Date.now() });
}

/** A task that fails has lost nothing: what was acknowledged is on disk, and an alarm brings the next attempt. */
function run(task: () => Promise<unknown>): void {
  task()
    .catch(noteFailure)
    .catch(() => undefined);
}
