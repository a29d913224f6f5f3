import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { createCapture } from '../src/domain/capture.fixture.ts';
import type { Capture } from '../src/domain/capture.ts';
import { OUTBOX_PREFIX, PROTOCOL_VERSION } from '../src/protocol/messages.ts';
import { readCounters, readQueueLength, readVisit } from '../src/store/read.ts';
import { deliverAndJudge, dieAtWrite, openEmptyDatabase, visitIdOf } from '../src/store/store.fixture.ts';
import type { Database } from '../src/store/transact.ts';
import { verifyStore } from '../src/store/verify-store.ts';
import { fakeBrowser, resetBrowser, state } from './browser.fixture.ts';
import { drainQueue } from './drain.ts';
import { sweepOutbox } from './outbox.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./browser.fixture.ts')).fakeBrowser,
}));

let db: Database;

beforeEach(async () => {
  resetBrowser();
  db = await openEmptyDatabase();
});

function leaveTail(n: number, overrides: Partial<Capture> = {}): string {
  const visitId = visitIdOf(n);
  const argument = createCapture({ visitId, revision: 2, stage: 'final', ...overrides });
  const key = OUTBOX_PREFIX + visitId;
  state.storage[key] = { protocol: PROTOCOL_VERSION, request: 'captureVisit', argument };
  return key;
}

it('continues a visit that is on record', async () => {
  await deliverAndJudge(db, { n: 1 });
  leaveTail(1, { resourceOffset: 2, resources: [] });
  await sweepOutbox();
  await drainQueue();
  expect(await readVisit(db, visitIdOf(1))).toMatchObject({
    tabId: 1,
    snapshot: { stage: 'final', dropped: {} },
  });
  expect(state.storage).toEqual({});
  expect(state.alarms.size).toBe(0);
});

it('takes in a page that was closed before it settled', async () => {
  leaveTail(1, { settledAt: undefined });
  await sweepOutbox();
  await drainQueue();
  expect((await readVisit(db, visitIdOf(1)))?.judgement.excluded).toEqual(['incomplete']);
});

it('takes tails in the order their visits began', async () => {
  leaveTail(1, { startedAt: 3000 });
  leaveTail(2, { startedAt: 1000 });
  leaveTail(3, { startedAt: 2000 });
  await sweepOutbox();
  await drainQueue();
  const sequences = await Promise.all(
    [1, 2, 3].map(async (n) => (await readVisit(db, visitIdOf(n)))?.sequence),
  );
  expect(sequences).toEqual([3, 1, 2]);
});

it.each<[string, () => unknown]>([
  ['is no message', () => (state.storage[`${OUTBOX_PREFIX}x`] = 'junk')],
  ['is of no page', () => leaveTail(1, { url: 'file:///etc/passwd' })],
  [
    'is under the key of another visit',
    () => {
      const key = leaveTail(1);
      state.storage[`${OUTBOX_PREFIX}other`] = state.storage[key];
      delete state.storage[key];
    },
  ],
  [
    'is another request',
    () => {
      state.storage[`${OUTBOX_PREFIX}x`] = { protocol: PROTOCOL_VERSION, request: 'deleteEverything' };
    },
  ],
])('deletes and counts what %s, and goes on', async (_, leave) => {
  leave();
  leaveTail(2);
  await sweepOutbox();
  expect(state.storage).toEqual({});
  expect(await readCounters(db)).toMatchObject({ refused: 1 });
  expect(await readVisit(db, visitIdOf(2))).toBeDefined();
});

it('leaves other keys of the storage alone', async () => {
  state.storage['setting'] = 1;
  leaveTail(1);
  await sweepOutbox();
  expect(state.storage).toEqual({ setting: 1 });
});

it('keeps what could not be written, with an alarm set, and is none the worse for sweeping it twice', async () => {
  const key = leaveTail(1);
  const death = dieAtWrite(1);
  await expect(sweepOutbox()).rejects.toThrow('the worker died');
  death.stop();
  expect(state.storage).toHaveProperty([key]);
  expect(state.alarms.has('outbox')).toBe(true);
  const remove = vi
    .spyOn(fakeBrowser.storage.local, 'remove')
    .mockRejectedValueOnce(new Error('died before'));
  await expect(sweepOutbox()).rejects.toThrow('died before');
  remove.mockRestore();
  await drainQueue();
  await sweepOutbox();
  expect(state.storage).toEqual({});
  expect(await db.count('visits')).toBe(1);
  expect(await readQueueLength(db)).toBe(0);
  expect(await verifyStore(db)).toEqual([]);
});

it('leaves a newer tail that was written meanwhile', async () => {
  const key = leaveTail(1);
  const read = fakeBrowser.storage.local.get;
  vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementation(async (wanted) => {
    if (wanted !== null) leaveTail(1, { revision: 3 });
    return read(wanted);
  });
  await sweepOutbox();
  vi.restoreAllMocks();
  expect(state.storage).toHaveProperty([key]);
  await sweepOutbox();
  await drainQueue();
  expect((await readVisit(db, visitIdOf(1)))?.snapshot.revision).toBe(3);
});
