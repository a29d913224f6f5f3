import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { createCapture } from '../domain/capture.fixture.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { readCounters, readPages, readVisits } from './read.ts';
import { readSettings, saveSettings } from './settings.ts';
import { deliverAndJudge, openEmptyDatabase } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

const PAGE = 'http://localhost:8080/';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

it('has defaults until something is chosen, and where what was stored means nothing', async () => {
  expect(await readSettings(db)).toEqual(DEFAULT_SETTINGS);
  await db.put('settings', 'everything', 'keptQuery');
  await db.put('settings', -1, 'pages');
  expect(await readSettings(db)).toEqual(DEFAULT_SETTINGS);
  const chosen = { visitsPerPage: 40, pages: 7, keptQuery: 'names' } as const;
  await saveSettings(db, chosen);
  expect(await readSettings(db)).toEqual(chosen);
});

it('lets go at once of the loads that are over, the oldest first, and of later ones as they come', async () => {
  for (let n = 1; n <= 33; n++) await deliverAndJudge(db, { n });
  await saveSettings(db, { ...DEFAULT_SETTINGS, visitsPerPage: 30 });
  const kept = await readVisits(db, PAGE);
  expect(kept.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 30 }, (_, i) => i + 4));
  await deliverAndJudge(db, { n: 34 });
  expect((await readPages(db))[0]?.visits).toBe(30);
  expect((await readCounters(db)).evicted).toBe(4);
  expect(await verifyStore(db)).toEqual([]);
});

it('lets go of the pages that are over, those seen longest ago first', async () => {
  for (let n = 1; n <= 8; n++) await deliverAndJudge(db, { n, url: `${PAGE}page-${'abcdefgh'[n - 1]}` });
  await saveSettings(db, { ...DEFAULT_SETTINGS, pages: 5 });
  expect((await readPages(db)).map(({ key }) => key.slice(-1))).toEqual(['h', 'g', 'f', 'e', 'd']);
  expect(await verifyStore(db)).toEqual([]);
});

it.each([
  ['none', 'http://localhost:8080/api/search'],
  ['names', 'http://localhost:8080/api/search?q&page'],
  ['all', 'http://localhost:8080/api/search?q=secret&page=2'],
] as const)('keeps %s of the queries of resources, and never that of the page', async (keptQuery, url) => {
  await saveSettings(db, { ...DEFAULT_SETTINGS, keptQuery });
  const [resource] = createCapture().resources;
  if (!resource) throw new Error('the fixture has no resource');
  const asked = { ...resource, url: 'http://localhost:8080/api/search?q=secret&page=2#top' };
  await deliverAndJudge(db, { n: 1, url: `${PAGE}?token=1`, resources: [asked] });
  const [visit] = await readVisits(db, PAGE);
  expect(visit?.snapshot.url).toBe(PAGE);
  expect(visit?.snapshot.resources.at(-1)?.url).toBe(url);
});
