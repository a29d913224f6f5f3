import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { MAX_QUEUE_ROWS } from '../domain/limits.ts';
import { createCapture } from '../domain/capture.fixture.ts';
import type { Arrival } from './enqueue.ts';
import { readCounters, readQueueLength } from './read.ts';
import { receiveCaptures } from './receive.ts';
import { deliver, openEmptyDatabase, visitIdOf } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

function arrivalOf(n: number, overrides: Partial<Arrival> = {}): Arrival {
  return { capture: createCapture({ visitId: visitIdOf(n) }), tabId: n, now: 1000, ...overrides };
}

/** Numbers of the visits that wait, in order. */
async function listWaiting(): Promise<number[]> {
  return (await db.getAll('queue')).map(({ visitId }) => Number(visitId.slice(-12)));
}

it('never writes a row that another of its lot takes the place of', async () => {
  await deliver(db, { n: 0, tabId: 99, now: 0 });
  const burst = Array.from({ length: 14 }, (_, n) => arrivalOf(n + 1, { tabId: 1 }));
  const outcomes = await receiveCaptures(db, burst);
  expect(outcomes.flatMap((one) => (one.status === 'fulfilled' ? one.value.status : []))).toEqual([
    ...Array.from({ length: 11 }, () => 'stored'),
    'coalesced',
    'coalesced',
    'coalesced',
  ]);
  expect(await listWaiting()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14]);
  // Ids are given out by the database: a row that had been written and deleted would have taken one.
  expect((await db.getAllKeys('queue')).at(-1)).toBe(12);
  expect(await readCounters(db)).toMatchObject({ coalesced: 3 });
  expect(await verifyStore(db)).toEqual([]);
});

it('makes room for a lot as for each of it alone, if need be among the lot itself', async () => {
  for (let n = 1; n < MAX_QUEUE_ROWS; n++) await deliver(db, { n, tabId: n, now: 0, stage: 'final' });
  await receiveCaptures(db, [arrivalOf(1001), arrivalOf(1002), arrivalOf(1003)]);
  expect(await readQueueLength(db)).toBe(MAX_QUEUE_ROWS);
  expect((await listWaiting()).slice(-2)).toEqual([MAX_QUEUE_ROWS - 1, 1003]);
  expect(await readCounters(db)).toMatchObject({ dropped: 2 });
  expect(await receiveCaptures(db, [arrivalOf(1001)])).toMatchObject([{ value: { status: 'skipped' } }]);
  expect(await verifyStore(db)).toEqual([]);
});
