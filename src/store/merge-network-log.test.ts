import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { createCapture } from '../domain/capture.fixture.ts';
import type { LoggedRequest } from '../domain/network-log.ts';
import { mergeNetworkLog } from './merge-network-log.ts';
import { readPage, readVisit } from './read.ts';
import { deliverAndJudge, dieAtWrite, openEmptyDatabase, visitIdOf } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

const PAGE = 'http://localhost:8080/';
const CDN = 'https://cdn.test/a.js';
const { startedAt } = createCapture();

const resources = [
  {
    url: CDN,
    initiatorType: 'script',
    startTime: 60,
    responseEnd: 90,
    transferSize: 0,
    encodedSize: 0,
    decodedSize: 0,
  },
];
const requests: LoggedRequest[] = [{ url: CDN, startedAt: startedAt + 61, log: { transferSize: 9_000 } }];

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

const merge = (n: number) => mergeNetworkLog(db, { visitId: visitIdOf(n), requests });
const sizeOf = async (n: number) => (await readVisit(db, visitIdOf(n)))?.snapshot.metrics.transferSize;

it('completes a stored visit once, and leaves the store sound', async () => {
  await deliverAndJudge(db, { n: 1, resources });
  expect(await sizeOf(1)).toBe(5_300);
  expect((await merge(1))?.page).toBe(PAGE);
  expect(await sizeOf(1)).toBe(14_300);
  const bytes = (await readPage(db, PAGE))?.bytes;
  expect(await merge(1)).toBeUndefined();
  expect((await readPage(db, PAGE))?.bytes).toBe(bytes);
  expect(await verifyStore(db)).toEqual([]);
});

it('is not another sample, and no regression', async () => {
  for (let n = 1; n <= 8; n++) await deliverAndJudge(db, { n, resources });
  const before = await readPage(db, PAGE);
  const visit = await merge(8);
  expect((await readPage(db, PAGE))?.state).toEqual(before?.state);
  expect(visit?.judgement.metrics.transferSize?.verdict).toBe('unchanged');
});

it.each([
  ['unknown', async () => undefined],
  ['final', () => deliverAndJudge(db, { n: 1, resources, stage: 'final' })],
])('leaves a visit alone that is %s', async (_what, prepare) => {
  await prepare();
  expect(await merge(1)).toBeUndefined();
});

it('leaves an earlier judgement as it was when others have followed', async () => {
  await deliverAndJudge(db, { n: 1, resources });
  await deliverAndJudge(db, { n: 2, resources });
  const before = await readPage(db, PAGE);
  await merge(1);
  expect(await sizeOf(1)).toBe(14_300);
  expect((await readPage(db, PAGE))?.state).toEqual(before?.state);
  expect(await verifyStore(db)).toEqual([]);
});

it('is written as a whole or not at all', async () => {
  await deliverAndJudge(db, { n: 1, resources });
  for (let write = 1; ; write++) {
    const death = dieAtWrite(write);
    const merged = await merge(1).catch(() => 'died');
    death.stop();
    if (merged !== 'died') break;
    expect(await sizeOf(1)).toBe(5_300);
    expect(await verifyStore(db)).toEqual([]);
  }
  expect(await sizeOf(1)).toBe(14_300);
});
