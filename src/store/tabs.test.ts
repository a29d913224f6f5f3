import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { deliverAndJudge, openEmptyDatabase } from './store.fixture.ts';
import { forgetAllTabs, forgetStale, forgetTab } from './tabs.ts';
import type { Database } from './transact.ts';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
  for (const tabId of [1, 2, 3]) await deliverAndJudge(db, { n: tabId, tabId, now: tabId * 1000 });
});

async function list(): Promise<{ tabs: number[]; buckets: string[] }> {
  return { tabs: await db.getAllKeys('tabs'), buckets: await db.getAllKeys('buckets') };
}

it('forgets a tab with its buckets', async () => {
  await forgetTab(db, 2);
  expect(await list()).toEqual({ tabs: [1, 3], buckets: ['load 1', 'load 3'] });
});

it('forgets tabs that are gone, and buckets that are full again', async () => {
  await forgetStale(db, { isOpen: (tabId) => tabId === 1, now: 3000 });
  expect(await list()).toEqual({ tabs: [1], buckets: ['load 3'] });
});

it('forgets all tabs when their numbers begin anew', async () => {
  await forgetAllTabs(db);
  expect(await list()).toEqual({ tabs: [], buckets: [] });
});
