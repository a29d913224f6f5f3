import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { observeChanges } from '../src/protocol/channel.ts';
import * as processing from '../src/store/process.ts';
import { readQueueLength, readVisits } from '../src/store/read.ts';
import { deliver, openEmptyDatabase } from '../src/store/store.fixture.ts';
import type { Database } from '../src/store/transact.ts';
import { resetBrowser, state } from './browser.fixture.ts';
import { drainQueue } from './drain.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./browser.fixture.ts')).fakeBrowser,
}));

const PAGE = 'http://localhost:8080/';

let db: Database;

beforeEach(async () => {
  resetBrowser();
  db = await openEmptyDatabase();
});

afterEach(() => vi.restoreAllMocks());

it('judges every row once, however many ask', async () => {
  for (let n = 1; n <= 45; n++) await deliver(db, { n, tabId: n, now: 0 });
  const process = vi.spyOn(processing, 'processRows');
  await Promise.all(Array.from({ length: 10 }, drainQueue));
  expect(process.mock.calls.flatMap(([, ids]) => ids)).toHaveLength(45);
  expect(await readVisits(db, PAGE)).toHaveLength(45);
  expect(state.alarms.size).toBe(0);
});

it('tells what changed, and shows it on the badge of the tab', async () => {
  state.tabs = [{ id: 1, url: PAGE }];
  const hints: (readonly string[])[] = [];
  const changes = observeChanges(({ pages }) => hints.push(pages));
  const vitals = { largestContentfulPaint: { value: 9000 } };
  await deliver(db, { n: 1, vitals });
  await drainQueue();
  await vi.waitFor(() => expect(hints).toEqual([[PAGE]]));
  changes.stop();
  expect(state.badges.get(1)).toEqual({ text: '1', title: expect.stringContaining('1 over budget') });
});

it('waits for rows that are not due, with an alarm set in case it dies', async () => {
  const now = Date.now();
  // Time stands still until the row has been seen waiting, however slow the machine is.
  vi.useFakeTimers({ toFake: ['Date'], now });
  for (let n = 1; n <= 12; n++) await deliver(db, { n, now: now - 400 });
  await drainQueue();
  expect(await readQueueLength(db)).toBe(1);
  expect(state.alarms.has('queue')).toBe(true);
  vi.useRealTimers();
  await vi.waitFor(async () => expect(await readQueueLength(db)).toBe(0), { timeout: 5000 });
  await vi.waitFor(() => expect(state.alarms.has('queue')).toBe(false));
});

it('leaves the rows, and the alarm, when the disk fails', async () => {
  await deliver(db, { n: 1 });
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no space left', 'QuotaExceededError');
  });
  await expect(drainQueue()).rejects.toThrow('no space left');
  expect(state.alarms.has('queue')).toBe(true);
  put.mockRestore();
  await drainQueue();
  expect(await readVisits(db, PAGE)).toHaveLength(1);
});
