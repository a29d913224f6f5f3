import 'fake-indexeddb/auto';
import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { createCapture } from '../domain/capture.fixture.ts';
import { readVisit } from './read.ts';
import { deliver, judgeAll, openEmptyDatabase, visitIdOf, receiveAlone } from './store.fixture.ts';
import type { Database } from './transact.ts';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

/** How many rows the work writes, counted at the database itself. */
async function countWrites(work: () => Promise<unknown>): Promise<number> {
  const spies = [vi.spyOn(IDBObjectStore.prototype, 'put'), vi.spyOn(IDBObjectStore.prototype, 'add')];
  await work();
  const count = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return count;
}

const rowsOf = async (n: number) => (await readVisit(db, visitIdOf(n)))?.rowsWritten;

it('knows how many rows a visit took that was judged at once, and with its update', async () => {
  const arrive = (revision: number) =>
    receiveAlone(db, {
      capture: createCapture({ visitId: visitIdOf(1), revision, resourceOffset: revision === 1 ? 0 : 2 }),
      tabId: 1,
      now: 1000 * revision,
    });
  const first = await countWrites(() => arrive(1));
  expect(await rowsOf(1)).toBe(first);
  const second = await countWrites(() => arrive(2));
  expect(await rowsOf(1)).toBe(first + second);
});

it('counts the queue where a visit had to wait', async () => {
  const written = await countWrites(async () => {
    await deliver(db, { n: 1 });
    await judgeAll(db);
  });
  expect(await rowsOf(1)).toBe(written);
});
