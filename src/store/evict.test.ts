import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { createCapture } from '../domain/capture.fixture.ts';
import { DEFAULT_SETTINGS, LEAST_VISITS_PER_PAGE } from '../domain/settings.ts';
import { readCounters, readVisits } from './read.ts';
import type { PageRow } from './schema.ts';
import { saveSettings } from './settings.ts';
import { deliverAndJudge, openEmptyDatabase, visitIdOf } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

const PAGE = 'http://localhost:8080/';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
  await saveSettings(db, { ...DEFAULT_SETTINGS, visitsPerPage: LEAST_VISITS_PER_PAGE });
});

async function judgeLoads(first: number, last: number): Promise<void> {
  for (let n = first; n <= last; n++) await deliverAndJudge(db, { n });
}

async function readPageRow(): Promise<PageRow> {
  const page = await db.get('pages', PAGE);
  if (!page) throw new Error('no such page');
  return page;
}

async function listStored(): Promise<string[]> {
  return (await readVisits(db, PAGE)).map(({ visitId }) => visitId);
}

function idsFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => visitIdOf(first + index));
}

it('knows what each visit takes, also of one that was revised or has left', async () => {
  await judgeLoads(1, LEAST_VISITS_PER_PAGE + 2);
  const [url, revision] = [`${PAGE}${'long'.repeat(20)}.js`, 2];
  const resources = [{ ...createCapture().resources[0]!, url }];
  await deliverAndJudge(db, { n: LEAST_VISITS_PER_PAGE + 2, revision, resources, now: 1e6 });
  const visits = await readVisits(db, PAGE);
  expect((await readPageRow()).sizes).toEqual(visits.map(({ sequence, bytes }) => [sequence, bytes]));
  expect(visits.map(({ visitId }) => visitId)).toEqual(idsFrom(3, LEAST_VISITS_PER_PAGE));
  expect(await verifyStore(db)).toEqual([]);
});

it.each<[string, (page: PageRow, earlier: PageRow) => PageRow]>([
  ['has none', ({ sizes: _sizes, ...page }) => page],
  ['has kept those that it found', (page, earlier) => ({ ...page, sizes: earlier.sizes ?? [] })],
])('reads the sizes of the visits of a page anew where an older version %s', async (_what, leave) => {
  await judgeLoads(1, LEAST_VISITS_PER_PAGE);
  const earlier = await readPageRow();
  await judgeLoads(LEAST_VISITS_PER_PAGE + 1, LEAST_VISITS_PER_PAGE + 1);
  await db.put('pages', leave(await readPageRow(), earlier));
  await judgeLoads(LEAST_VISITS_PER_PAGE + 2, LEAST_VISITS_PER_PAGE + 3);
  expect(await listStored()).toEqual(idsFrom(4, LEAST_VISITS_PER_PAGE));
  expect((await readPageRow()).sizes).toHaveLength(LEAST_VISITS_PER_PAGE);
  expect(await verifyStore(db)).toEqual([]);
});

it('looks further where many of the oldest visits have to stay', async () => {
  const { environment } = createCapture();
  const cohorts = [true, false].flatMap((mobile) =>
    [400, 800, 1400].flatMap((viewportWidth) =>
      ['4g', '3g', '2g'].map((effectiveType) => ({ ...environment, mobile, viewportWidth, effectiveType })),
    ),
  );
  for (const [index, one] of cohorts.entries()) {
    await deliverAndJudge(db, { n: index + 1, environment: one, navigation: NAVIGATION });
  }
  const first = cohorts.length + 1;
  await judgeLoads(first, LEAST_VISITS_PER_PAGE + 2);
  const stay = idsFrom(1, cohorts.length);
  expect(await listStored()).toEqual([...stay, ...idsFrom(first + 2, LEAST_VISITS_PER_PAGE - stay.length)]);
  expect(await readCounters(db)).toMatchObject({ evicted: 2 });
  expect(await verifyStore(db)).toEqual([]);
});

const NAVIGATION = { ...createCapture().navigation, kind: 'navigate' } as const;

it('evicts at once what fewer visits leave no room for, and takes it off its tab', async () => {
  await saveSettings(db, { ...DEFAULT_SETTINGS, visitsPerPage: 2 * LEAST_VISITS_PER_PAGE });
  await deliverAndJudge(db, { n: 1, tabId: 9 });
  await judgeLoads(2, 2 * LEAST_VISITS_PER_PAGE);
  await saveSettings(db, { ...DEFAULT_SETTINGS, visitsPerPage: LEAST_VISITS_PER_PAGE });
  expect(await listStored()).toEqual(idsFrom(LEAST_VISITS_PER_PAGE + 1, LEAST_VISITS_PER_PAGE));
  expect(await db.get('tabs', 9)).toBeUndefined();
  expect(await readCounters(db)).toMatchObject({ evicted: LEAST_VISITS_PER_PAGE });
  expect(await verifyStore(db)).toEqual([]);
});
