import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { createCapture } from '../domain/capture.fixture.ts';
import * as measuring from '../domain/measure-size.ts';
import type { Arrival } from './enqueue.ts';
import { processRows, readDueRows } from './process.ts';
import { readCounters, readQueueLength, readVisit, readVisits } from './read.ts';
import { receiveCaptures, type Received } from './receive.ts';
import { deliver, dieAtWrite, openEmptyDatabase, receiveAlone, visitIdOf } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

const PAGE = 'http://localhost:8080/';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

function arrivalOf(n: number, { now = n * 1000, revision = 1 } = {}): Arrival {
  return { capture: createCapture({ visitId: visitIdOf(n), revision }), tabId: 1, now };
}

function receive(n: number, options: { now?: number; revision?: number } = {}): Promise<Received> {
  return receiveAlone(db, arrivalOf(n, options));
}

it('judges a load at once', async () => {
  const { status, visit } = await receive(1);
  expect([status, visit?.judgement.excluded]).toEqual(['stored', []]);
  expect(await readVisit(db, visitIdOf(1))).toEqual(visit);
  expect(await readQueueLength(db)).toBe(0);
  expect(await receive(1)).toEqual({ status: 'duplicate', visit: undefined });
  expect((await receive(1, { revision: 2 })).visit?.snapshot.revision).toBe(2);
});

it('leaves a load to the queue when its tab is too fast, or something due waits before it', async () => {
  for (let n = 1; n <= 10; n++) await receive(n, { now: 1000 });
  expect((await receive(11, { now: 1000 })).visit).toBeUndefined();
  expect(await readQueueLength(db)).toBe(1);
  expect((await receive(12, { now: 60_000 })).visit).toBeUndefined();
  expect(await readQueueLength(db)).toBe(2);
});

it('is all or nothing, wherever the worker dies', async () => {
  for (let write = 1; ; write++) {
    const death = dieAtWrite(write);
    await receive(write).catch(() => undefined);
    death.stop();
    expect(await verifyStore(db)).toEqual([]);
    expect((await readVisit(db, visitIdOf(write))) !== undefined).toBe(!death.hasDied());
    if (!death.hasDied()) break;
  }
});

it('drops and counts what makes the domain throw, and goes on with the rest', async () => {
  const measure = vi.spyOn(measuring, 'measureSize').mockImplementation((value) => {
    if ((value as { visitId?: string }).visitId === visitIdOf(1)) throw new TypeError('a fault of ours');
    return 1;
  });
  expect((await receive(1)).visit).toBeUndefined();
  await deliver(db, { n: 2, now: 1e9 });
  const judged = await processRows(db, await readDueRows(db, 1e10, 10));
  measure.mockRestore();
  expect(judged.map(({ visitId }) => visitId)).toEqual([visitIdOf(2)]);
  expect(await readVisits(db, PAGE)).toHaveLength(1);
  expect(await readCounters(db)).toMatchObject({ dropped: 1 });
});

it('takes together what comes together, as if each had come alone', async () => {
  const arrivals = [
    arrivalOf(1),
    arrivalOf(1),
    arrivalOf(1, { revision: 2 }),
    ...Array.from({ length: 12 }, (_, n) => arrivalOf(n + 2, { now: 2000 })),
  ];
  const together = await receiveCaptures(db, arrivals);
  const rows = [await readVisits(db, PAGE), await readQueueLength(db), await readCounters(db)];
  expect(await verifyStore(db)).toEqual([]);
  db = await openEmptyDatabase();
  const alone: unknown[] = [];
  for (const arrival of arrivals) alone.push(...(await receiveCaptures(db, [arrival])));
  expect(together).toEqual(alone);
  expect(rows).toEqual([await readVisits(db, PAGE), await readQueueLength(db), await readCounters(db)]);
});

it('gives each its own outcome, and stores all or none of them when the disk fails', async () => {
  const nowhere = { ...arrivalOf(2), capture: createCapture({ visitId: visitIdOf(2), url: 'about:blank' }) };
  const outcomes = await receiveCaptures(db, [arrivalOf(1), nowhere, arrivalOf(3)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const death = dieAtWrite(6);
  await expect(receiveCaptures(db, [arrivalOf(4), arrivalOf(5)])).rejects.toThrow(DOMException);
  death.stop();
  expect((await readVisits(db, PAGE)).map(({ visitId }) => visitId)).toEqual([visitIdOf(1), visitIdOf(3)]);
  expect(await verifyStore(db)).toEqual([]);
});

it('judges the others when one of them makes the domain throw', async () => {
  const { measureSize } = measuring;
  const measure = vi.spyOn(measuring, 'measureSize').mockImplementation((value) => {
    if ((value as { visitId?: string }).visitId === visitIdOf(2)) throw new TypeError('a fault of ours');
    return measureSize(value);
  });
  const outcomes = await receiveCaptures(
    db,
    [1, 2, 3].map((n) => arrivalOf(n)),
  );
  measure.mockRestore();
  expect(outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value.visit?.visitId)).toEqual([
    visitIdOf(1),
    undefined,
    undefined,
  ]);
  expect(await readQueueLength(db)).toBe(2);
  expect(await verifyStore(db)).toEqual([]);
});
