import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { createCapture } from '../src/domain/capture.fixture.ts';
import { OUTBOX_PREFIX, PROTOCOL_VERSION } from '../src/protocol/messages.ts';
import { readTab, readVisits } from '../src/store/read.ts';
import { deliver, deliverAndJudge, openEmptyDatabase, visitIdOf } from '../src/store/store.fixture.ts';
import type { Database } from '../src/store/transact.ts';
import { CONTENT_SENDER, fakeBrowser, resetBrowser, state } from './browser.fixture.ts';

const shared = vi.hoisted(() => ({ browser: undefined as unknown }));
vi.mock('webextension-polyfill', () => ({ default: shared.browser }));
shared.browser = fakeBrowser;

const PAGE = 'http://localhost:8080/';
const EVENTS = [
  fakeBrowser.runtime.onMessage,
  fakeBrowser.runtime.onStartup,
  fakeBrowser.runtime.onInstalled,
  fakeBrowser.storage.onChanged,
  fakeBrowser.alarms.onAlarm,
  fakeBrowser.permissions.onAdded,
  fakeBrowser.permissions.onRemoved,
  fakeBrowser.tabs.onActivated,
  fakeBrowser.tabs.onUpdated,
  fakeBrowser.tabs.onRemoved,
];

let db: Database;

beforeEach(async () => {
  resetBrowser();
  db = await openEmptyDatabase();
  for (const { listeners } of EVENTS) listeners.length = 0;
});

/** Every module is loaded anew: the worker remembers nothing of an earlier life. */
async function startWorker(): Promise<void> {
  vi.resetModules();
  await import('./worker.ts');
  expect(EVENTS.map(({ listeners }) => listeners.length)).toEqual(EVENTS.map(() => 1));
}

it('takes up what an earlier life left in the queue and the outbox', async () => {
  await deliver(db, { n: 1 });
  const argument = createCapture({ visitId: visitIdOf(2) });
  state.storage[OUTBOX_PREFIX + visitIdOf(2)] = {
    protocol: PROTOCOL_VERSION,
    request: 'captureVisit',
    argument,
  };
  await startWorker();
  await vi.waitFor(async () => expect(await readVisits(db, PAGE)).toHaveLength(2));
  expect(state.alarms.has('upkeep')).toBe(true);
});

it('answers a message', async () => {
  await startWorker();
  const message = { protocol: PROTOCOL_VERSION, request: 'captureVisit', argument: createCapture() };
  const [reply] = fakeBrowser.runtime.onMessage.fire(message, CONTENT_SENDER);
  expect(await reply).toEqual({ ok: true, value: { status: 'stored' } });
});

it('sweeps the outbox when a page leaves its tail there, and only then', async () => {
  await startWorker();
  const key = OUTBOX_PREFIX + visitIdOf(2);
  const newValue = {
    protocol: PROTOCOL_VERSION,
    request: 'captureVisit',
    argument: createCapture({ visitId: visitIdOf(2) }),
  };
  state.storage[key] = newValue;
  const get = vi.spyOn(fakeBrowser.storage.local, 'get');
  fakeBrowser.storage.onChanged.fire({ [key]: { oldValue: newValue } }, 'local');
  fakeBrowser.storage.onChanged.fire({ other: { newValue: 1 } }, 'local');
  fakeBrowser.storage.onChanged.fire({ [key]: { newValue } }, 'session');
  expect(get).not.toHaveBeenCalled();
  fakeBrowser.storage.onChanged.fire({ [key]: { newValue } }, 'local');
  await vi.waitFor(async () => expect(await readVisits(db, PAGE)).toHaveLength(1));
});

it('shows the stored badge again after a navigation and on a switch of tabs', async () => {
  await deliverAndJudge(db, { n: 1, vitals: { largestContentfulPaint: { value: 9000 } } });
  state.tabs = [{ id: 1, url: PAGE }];
  await startWorker();
  fakeBrowser.tabs.onActivated.fire({ tabId: 1 });
  await vi.waitFor(() => expect(state.badges.get(1)?.text).toBe('1'));
  state.badges.clear();
  fakeBrowser.tabs.onUpdated.fire(1, { status: 'complete' });
  await vi.waitFor(() => expect(state.badges.get(1)?.text).toBe('1'));
});

it('forgets tabs: one that is closed, those that are gone, and all after a restart', async () => {
  for (const n of [1, 2, 3]) await deliverAndJudge(db, { n, tabId: n });
  await startWorker();
  fakeBrowser.tabs.onRemoved.fire(1);
  await vi.waitFor(async () => expect(await readTab(db, 1)).toBeUndefined());
  state.tabs = [{ id: 3 }];
  fakeBrowser.alarms.onAlarm.fire({ name: 'upkeep' });
  await vi.waitFor(async () => expect(await db.getAllKeys('tabs')).toEqual([3]));
  fakeBrowser.runtime.onStartup.fire();
  await vi.waitFor(async () => expect(await db.getAllKeys('tabs')).toEqual([]));
});

it('brings sites and open tabs into line after installation and a new permission', async () => {
  await startWorker();
  state.tabs = [
    { id: 1, url: 'http://localhost:3000/' },
    { id: 2, url: 'https://a.test/' },
  ];
  state.origins = ['https://a.test/*'];
  fakeBrowser.runtime.onInstalled.fire({ reason: 'install' });
  await vi.waitFor(() => expect(state.injected).toEqual([1, 2]));
  await vi.waitFor(() => expect(state.scripts).toHaveLength(1));
  state.origins = [];
  fakeBrowser.permissions.onRemoved.fire({ origins: ['https://a.test/*'] });
  await vi.waitFor(() => expect(state.scripts).toEqual([]));
  state.origins = ['https://a.test/*'];
  fakeBrowser.permissions.onAdded.fire({ origins: ['https://a.test/*'] });
  await vi.waitFor(() => expect(state.scripts).toHaveLength(1));
  await vi.waitFor(() => expect(state.injected).toEqual([1, 2, 2]));
});

it.each([
  ['install', 'normal', 1],
  ['install', 'development', 0],
  ['update', 'normal', 0],
])('after %s of a %s installation opens %i pages', async (reason, installType, pages) => {
  await startWorker();
  state.installType = installType;
  fakeBrowser.runtime.onInstalled.fire({ reason });
  await vi.waitFor(() => expect(state.asked).toBe(reason === 'install' ? 1 : 0));
  expect(state.opened).toEqual(
    pages === 0 ? [] : [`chrome-extension://${fakeBrowser.runtime.id}/panel/welcome.html`],
  );
});
