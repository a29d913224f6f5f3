import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { Snapshot } from '../domain/snapshot.ts';
import { deleteEverything, deletePage } from './delete.ts';
import { importVisits } from './import-visits.ts';
import { readBudgets, readPage, readPages, readVisits } from './read.ts';
import { deliver, deliverAndJudge, dieAtWrite, openEmptyDatabase } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

const PAGE = 'http://localhost:8080/';

let db: Database;
let snapshots: Snapshot[];

beforeEach(async () => {
  db = await openEmptyDatabase();
  for (let n = 1; n <= 7; n++) await deliverAndJudge(db, { n, settledAt: 1000 + n });
  snapshots = (await readVisits(db, PAGE)).map(({ snapshot }) => snapshot);
});

it('brings a deleted page back as it was', async () => {
  const before = await readPage(db, PAGE);
  const judgements = (await readVisits(db, PAGE)).map(({ judgement }) => judgement);
  await deletePage(db, PAGE);
  expect(await importVisits(db, snapshots)).toEqual({
    visits: snapshots.map(({ visitId }) => visitId),
    skipped: 0,
    pages: [PAGE],
  });
  const after = await readPage(db, PAGE);
  expect(after?.state).toEqual(before?.state);
  expect((await readVisits(db, PAGE)).map(({ judgement }) => judgement)).toEqual(judgements);
  expect(await verifyStore(db)).toEqual([]);
});

it('skips what is there', async () => {
  await deletePage(db, PAGE);
  await importVisits(db, snapshots.slice(0, 3));
  expect(await importVisits(db, snapshots)).toMatchObject({ visits: { length: 4 }, skipped: 3 });
  expect(await importVisits(db, snapshots)).toEqual({ visits: [], skipped: 7, pages: [] });
  expect((await readPage(db, PAGE))?.visits).toBe(7);
});

it('imports all or nothing', async () => {
  await deletePage(db, PAGE);
  const broken = [...snapshots, { ...snapshots[0]!, url: 'data:' }];
  await expect(importVisits(db, broken)).rejects.toThrow('[7].url');
  const death = dieAtWrite(6);
  await expect(importVisits(db, snapshots)).rejects.toThrow('the worker died');
  death.stop();
  expect(await readPages(db)).toEqual([]);
  expect(await db.count('visits')).toBe(0);
});

it('deletes a page with what waits for it, and leaves the others', async () => {
  await deliverAndJudge(db, { n: 8, url: `${PAGE}other` });
  await deliver(db, { n: 9, tabId: undefined });
  await deletePage(db, PAGE);
  for (const name of ['queue', 'events'] as const) expect(await db.count(name)).toBe(0);
  expect((await readPages(db)).map(({ key }) => key)).toEqual([`${PAGE}other`]);
  expect((await db.getAll('buckets')).map(({ key }) => key)).toEqual(['load 1']);
  expect(await verifyStore(db)).toEqual([]);
});

it('deletes everything', async () => {
  await deliver(db, { n: 9 });
  await db.put('settings', 'classic', 'rule');
  await deleteEverything();
  const left = await Promise.all([...db.objectStoreNames].map(async (name) => [name, await db.count(name)]));
  expect(Object.fromEntries(left.filter(([, count]) => count !== 0))).toEqual({ budgets: 1 });
  expect((await readBudgets(db)).map(({ id }) => id)).toEqual(['default']);
});
