import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { readCounters, readEvents, readPages, readVisits } from './read.ts';
import { deliverAndJudge, openEmptyDatabase, visitIdOf } from './store.fixture.ts';
import type { Database } from './transact.ts';

const PAGE = 'http://localhost:8080/';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

it.each([
  [undefined, [1, 3, 4]],
  [2, [3, 4]],
  [10, [1, 3, 4]],
  [0, []],
])('reads visits oldest first; the newest %s of them', async (limit, expected) => {
  for (const n of [1, 2, 3, 4]) {
    await deliverAndJudge(db, { n, url: n === 2 ? `${PAGE}other` : PAGE });
  }
  const visits = await readVisits(db, PAGE, { limit });
  expect(visits.map(({ visitId }) => visitId)).toEqual(expected.map(visitIdOf));
});

it('reads pages, the one visited last first', async () => {
  for (const [n, path] of [
    [1, 'a'],
    [2, 'b'],
    [3, 'a'],
  ] as const) {
    await deliverAndJudge(db, { n, url: PAGE + path });
  }
  expect((await readPages(db)).map(({ state }) => state.route)).toEqual(['/a', '/b']);
});

it('reads the newest entries of a diary in the order they were made', async () => {
  const vitals = (value: number) => ({ largestContentfulPaint: { value } });
  for (let n = 1; n <= 4; n++) await deliverAndJudge(db, { n, vitals: vitals(n % 2 ? 9000 : 100) });
  const types = async (limit?: number) =>
    (await readEvents(db, PAGE, { limit })).map(({ event }) => event.type);
  expect(await types()).toEqual(['budget-broken', 'budget-met', 'budget-broken', 'budget-met']);
  expect(await types(1)).toEqual(['budget-met']);
});

it('reads counters as 0 while nothing was lost, and shows no other number', async () => {
  await deliverAndJudge(db, { n: 1 });
  expect(await readCounters(db)).toEqual({ coalesced: 0, dropped: 0, refused: 0, evicted: 0 });
});
