import 'fake-indexeddb/auto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCapture, createCapturedResource } from '../domain/capture.fixture.ts';
import { DEFAULT_BUDGET } from '../domain/default-budget.ts';
import { registerBirth } from './birth.ts';
import { saveBudget } from './budgets.ts';
import { countRefused } from './counters.ts';
import { openMonitorDatabase } from './database.ts';
import { enqueueCapture } from './enqueue.ts';
import { readEvents, readQueueLength, readVisits } from './read.ts';
import { DATABASE_VERSION } from './schema.ts';
import { deliver, deliverAndJudge, judgeAll, openEmptyDatabase, visitIdOf } from './store.fixture.ts';
import {
  dumpVersion,
  listStructure,
  restoreVersion,
  type StoredVersion,
  writeVersion,
} from './stored-version.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

const FOLDER = new URL('fixtures/', import.meta.url);
const NEWEST = new URL(`version-${DATABASE_VERSION}.json`, FOLDER);

const VERSIONS = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as StoredVersion,
);

const PAGE = 'http://localhost:8080/';

/** A new version needs its data here: the first run writes them and fails below. What is there is never written again. */
it.runIf(!existsSync(NEWEST))('writes the data of a new version', async () => {
  const db = await openEmptyDatabase();
  await fill(db);
  await expect(writeVersion(await dumpVersion(db as never))).toMatchFileSnapshot(NEWEST.pathname);
});

it('has data of every version there ever was, with something in every store', () => {
  const versions = VERSIONS.map(({ version }) => version).sort((a, b) => a - b);
  expect(versions).toEqual(Array.from({ length: DATABASE_VERSION }, (_, n) => n + 1));
  for (const { stores } of VERSIONS) {
    for (const [name, { rows }] of Object.entries(stores)) expect(rows.length, name).toBeGreaterThan(0);
  }
});

describe.each(VERSIONS)('data of version $version', (stored) => {
  const count = (name: string) => stored.stores[name]?.rows.length;

  it('are brought forward whole', async () => {
    await restoreVersion(stored);
    const db = await openMonitorDatabase();
    expect(db.version).toBe(DATABASE_VERSION);
    expect(await verifyStore(db)).toEqual([]);
    for (const name of ['queue', 'visits', 'pages', 'events', 'budgets'] as const) {
      expect(await db.count(name), name).toBe(count(name));
    }
  });

  it('have the same stores and indexes then as a new database', async () => {
    await restoreVersion(stored);
    const brought = listStructure(await dumpVersion((await openMonitorDatabase()) as never));
    const fresh = listStructure(await dumpVersion((await openEmptyDatabase()) as never));
    expect(brought).toEqual(fresh);
  });

  it('go on: what waited is judged, and the next load is compared with them', async () => {
    await restoreVersion(stored);
    const db = await openMonitorDatabase();
    await judgeAll(db);
    expect(await readQueueLength(db)).toBe(0);
    const before = await readVisits(db, PAGE);
    await deliverAndJudge(db, { n: 1000, now: 2e12 });
    const visits = await readVisits(db, PAGE);
    expect(visits).toHaveLength(before.length + 1);
    const latest = visits.at(-1);
    expect(latest?.judgement.cohort).toBe(before.at(-1)?.judgement.cohort);
    expect(latest?.judgement.metrics.load?.baseline?.n).toBeGreaterThan(0);
    expect(await verifyStore(db)).toEqual([]);
  });
});

/** A page with a baseline and broken budgets, another page, and one row of everything else. */
async function fill(db: Database): Promise<void> {
  await registerBirth(db, 1_700_000_000_000);
  await saveBudget(db, { ...DEFAULT_BUDGET, id: 'own', name: 'Own', pattern: '/shop/*' });
  for (let n = 1; n <= 6; n++) await deliverAndJudge(db, { n });
  const heavy = Array.from({ length: 3 }, (_, n) =>
    createCapturedResource({ url: `${PAGE}heavy-${n}.js`, transferSize: 2e6, encodedSize: 2e6 }),
  );
  await deliverAndJudge(db, { n: 7, resources: heavy, longTasks: [{ startTime: 200, duration: 400 }] });
  await deliverAndJudge(db, { n: 8, url: `${PAGE}shop/` });
  await countRefused(db);
  // More at one moment than a tab may bring: one takes the place of another, and waits.
  for (let n = 9; n <= 20; n++) {
    const capture = createCapture({ visitId: visitIdOf(n), url: `${PAGE}fast` });
    await enqueueCapture(db, { capture, tabId: 2, now: 20_000 });
  }
  await deliver(db, { n: 21, now: 21_000 });
  expect((await readEvents(db, PAGE)).length).toBeGreaterThan(0);
}
