import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCapture } from '../src/domain/capture.fixture.ts';
import type { Capture } from '../src/domain/capture.ts';
import { MAX_HELD_VISITS, MAX_OUTBOX_TAILS } from '../src/domain/limits.ts';
import {
  OUTBOX_PREFIX,
  PROTOCOL_VERSION,
  type Reply,
  type RequestArgument,
  type RequestName,
  type RequestReply,
} from '../src/protocol/messages.ts';
import { closeMonitorDatabase, openMonitorDatabase } from '../src/store/database.ts';
import { DISK_FAULTS, upgradeBeyond } from '../src/store/disk.fixture.ts';
import { readCounters, readVisits } from '../src/store/read.ts';
import { DATABASE_VERSION } from '../src/store/schema.ts';
import { deliverAndJudge, openEmptyDatabase, visitIdOf } from '../src/store/store.fixture.ts';
import { answer } from './answer.ts';
import { CONTENT_SENDER, PANEL_SENDER, resetBrowser, state } from './browser.fixture.ts';
import { recoverStorage } from './keep.ts';
import { sweepOutbox } from './outbox.ts';
import { noticeLoss } from './storage-watch.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./browser.fixture.ts')).fakeBrowser,
}));

const PAGE = 'http://localhost:8080/';

let hurry: ReturnType<typeof setInterval>;

/** Pauses and patience pass a hundred times as fast. */
beforeEach(async () => {
  hurry = setInterval(() => vi.advanceTimersByTime(1000), 10);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  resetBrowser();
  await openEmptyDatabase();
});
afterEach(() => {
  clearInterval(hurry);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function send<Name extends RequestName>(
  request: Name,
  argument: RequestArgument<Name>,
  sender: object = PANEL_SENDER,
): Promise<Reply> {
  return answer({ protocol: PROTOCOL_VERSION, request, argument }, sender);
}

function capture(n: number, overrides: Partial<Capture> = {}): Promise<Reply> {
  return send('captureVisit', createCapture({ visitId: visitIdOf(n), ...overrides }), CONTENT_SENDER);
}

async function ask<Name extends RequestName>(
  request: Name,
  argument: RequestArgument<Name>,
): Promise<RequestReply<Name>> {
  const reply = await send(request, argument);
  if (!reply.ok) throw new Error(reply.error);
  return reply.value as RequestReply<Name>;
}

const readState = () => ask('readStorage', undefined);

async function readStored(): Promise<string[]> {
  return (await readVisits(await openMonitorDatabase(), PAGE)).map(({ visitId }) => visitId);
}

describe.each(Object.entries(DISK_FAULTS))('a disk that fails: %s', (problem, breakDisk) => {
  it('is shown; what arrives is held, not acknowledged, and goes to disk once it works again', async () => {
    await deliverAndJudge(await openMonitorDatabase(), { n: 1 });
    const mend = await breakDisk();
    expect(await capture(2)).toMatchObject({ ok: false });
    expect(await capture(3)).toMatchObject({ ok: false });
    expect(await readState()).toMatchObject({ status: 'failing', problem, held: 2, dropped: 0 });
    const held = await ask('readHeldVisits', undefined);
    expect(held.map(({ visitId }) => visitId)).toEqual([visitIdOf(2), visitIdOf(3)]);
    expect(state.alarms.has('storage')).toBe(true);
    await mend();
    expect(await ask('retryStorage', undefined)).toEqual({ status: 'sound' });
    await vi.waitFor(async () => expect(await readStored()).toEqual([1, 2, 3].map(visitIdOf)));
    expect(state.alarms.has('storage')).toBe(false);
    expect(state.session).toEqual({});
  });
});

it('recovers by itself with the next load that the disk takes', async () => {
  const mend = await DISK_FAULTS.full();
  await capture(1);
  await mend();
  expect(await capture(2)).toMatchObject({ ok: true });
  await vi.waitFor(async () => expect(await readState()).toEqual({ status: 'sound' }));
  await vi.waitFor(async () => expect((await readStored()).sort()).toEqual([1, 2].map(visitIdOf)));
});

it('stays failing while the disk does, and says so to who asks it to try again', async () => {
  await DISK_FAULTS.full();
  await capture(1);
  expect(await ask('retryStorage', undefined)).toMatchObject({ status: 'failing', held: 1 });
});

it('holds the newest revision of a load, and the newest loads; what had to go is counted for good', async () => {
  const mend = await DISK_FAULTS.full();
  for (let n = 1; n <= MAX_HELD_VISITS + 3; n++) await capture(n);
  await capture(9, { revision: 2 });
  await capture(9, { revision: 1 });
  expect(await readState()).toMatchObject({ held: MAX_HELD_VISITS, dropped: 3 });
  await mend();
  await recoverStorage();
  const db = await openMonitorDatabase();
  expect(await readCounters(db)).toMatchObject({ dropped: 3 });
  expect((await db.getAllFromIndex('queue', 'visit', visitIdOf(9)))[0]?.capture.revision).toBe(2);
});

it('holds nothing of what is refused', async () => {
  await capture(1, { url: 'http://elsewhere.test/' });
  expect(await readState()).toEqual({ status: 'sound' });
  expect(state.session).toEqual({});
});

it('leaves data of a newer version alone, and says so', async () => {
  await upgradeBeyond();
  expect(await capture(1)).toMatchObject({ ok: false });
  expect(await readState()).toMatchObject({ problem: 'newer', held: 1 });
  expect((await indexedDB.databases())[0]?.version).toBe(DATABASE_VERSION + 1);
});

it('deletes them at the wish of the user, and starts anew', async () => {
  await upgradeBeyond();
  await capture(1);
  expect(await send('deleteEverything', undefined)).toMatchObject({ ok: true });
  expect(await readState()).toEqual({ status: 'sound' });
  expect(state.session).toEqual({});
  expect(await capture(2)).toMatchObject({ ok: true });
  expect(await readStored()).toEqual([visitIdOf(2)]);
});

it('says so when even that is refused, because another context holds the database', async () => {
  const mend = await DISK_FAULTS['no-answer']();
  expect(await send('deleteEverything', undefined)).toMatchObject({
    ok: false,
    error: expect.stringContaining('another window of the extension'),
  });
  await mend();
  expect(await send('deleteEverything', undefined)).toMatchObject({ ok: true });
});

it('keeps a bounded number of tails while the database cannot be opened', async () => {
  for (let n = 0; n < MAX_OUTBOX_TAILS + 5; n++) {
    const argument = createCapture({ visitId: visitIdOf(n), startedAt: n, stage: 'final' });
    state.storage[OUTBOX_PREFIX + visitIdOf(n)] = {
      protocol: PROTOCOL_VERSION,
      request: 'captureVisit',
      argument,
    };
  }
  await DISK_FAULTS['cannot-open']();
  await expect(sweepOutbox()).rejects.toThrow('Internal error');
  expect(Object.keys(state.storage)).toHaveLength(MAX_OUTBOX_TAILS);
  expect(state.storage).not.toHaveProperty([OUTBOX_PREFIX + visitIdOf(4)]);
  expect(await readState()).toMatchObject({ dropped: 5 });
});

describe('a database that the browser has thrown away', () => {
  it('is noticed, until the user has seen it', async () => {
    await noticeLoss();
    expect(await readState()).toEqual({ status: 'sound' });
    await closeMonitorDatabase();
    globalThis.indexedDB = new IDBFactory();
    await noticeLoss();
    expect(await readState()).toEqual({ status: 'sound', lostAt: expect.any(Number) });
    await noticeLoss();
    expect(await ask('retryStorage', undefined)).toEqual({ status: 'sound' });
  });

  it('is not what the user emptied', async () => {
    await noticeLoss();
    await send('deleteEverything', undefined);
    await noticeLoss();
    expect(await readState()).toEqual({ status: 'sound' });
  });
});

it('checks the stored data for whoever asks', async () => {
  const db = await openMonitorDatabase();
  await deliverAndJudge(db, { n: 1 });
  expect(await ask('verifyStore', undefined)).toEqual([]);
  await db.delete('visits', visitIdOf(1));
  expect((await ask('verifyStore', undefined)).length).toBeGreaterThan(0);
});
