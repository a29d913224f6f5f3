import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { createCapture } from '../domain/capture.fixture.ts';
import { MAX_EVENTS_PER_PAGE, MAX_PAGES, MAX_VISITS_PER_PAGE } from '../domain/limits.ts';
import { processRows, readDueRows, readNextDue } from './process.ts';
import {
  readCounters,
  readEvents,
  readPage,
  readPages,
  readQueueLength,
  readTab,
  readVisit,
  readVisits,
} from './read.ts';
import {
  deliver,
  deliverAndJudge,
  dieAtWrite,
  judgeAll,
  openEmptyDatabase,
  visitIdOf,
} from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

const PAGE = 'http://localhost:8080/';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

/** Vitals with this LCP. */
function lcp(value: number): { vitals: ReturnType<typeof createCapture>['vitals'] } {
  return { vitals: { ...createCapture().vitals, largestContentfulPaint: { value } } };
}

it('judges in order of arrival, and leaves what is not due', async () => {
  for (let n = 1; n <= 12; n++) await deliver(db, { n, now: 1000 });
  expect(await readDueRows(db, 1000, 100)).toHaveLength(10);
  expect(await readDueRows(db, 1000, 3)).toEqual([1, 2, 3]);
  await judgeAll(db, 1000);
  expect(await readNextDue(db)).toBe(1500);
  expect((await readVisits(db, PAGE)).map(({ visitId }) => visitId)).toEqual(
    Array.from({ length: 10 }, (_, index) => visitIdOf(index + 1)),
  );
});

it('does not wait for ever after the clock was set back', async () => {
  for (let n = 1; n <= 11; n++) await deliver(db, { n, now: 1e12 });
  await judgeAll(db, 1e12 - 86_400_000);
  expect(await readQueueLength(db)).toBe(0);
});

it('writes everything that follows from a visit', async () => {
  await db.put('settings', 'classic', 'rule');
  for (let n = 1; n <= 5; n++) await deliverAndJudge(db, { n, ...lcp(500) });
  await deliverAndJudge(db, { n: 6, ...lcp(3000) });
  const visit = await readVisit(db, visitIdOf(6));
  expect(visit).toMatchObject({ page: PAGE, sequence: 6, tabId: 1 });
  expect(visit?.judgement.metrics.largestContentfulPaint).toMatchObject({ baseline: { value: 500 } });
  expect(await readPage(db, PAGE)).toMatchObject({
    visits: 6,
    lastSequence: 6,
    state: { origin: 'http://localhost:8080' },
  });
  expect(await readTab(db, 1)).toEqual({ tabId: 1, page: PAGE, visitId: visitIdOf(6) });
  const events = await readEvents(db, PAGE);
  expect(events.map(({ visitId, event }) => [visitId, event.type])).toContainEqual([
    visitIdOf(6),
    'budget-broken',
  ]);
  expect(await verifyStore(db)).toEqual([]);
});

it('keeps the sequence and the tab of a visit through its revisions', async () => {
  await deliverAndJudge(db, { n: 1 });
  await deliverAndJudge(db, { n: 2 });
  await deliverAndJudge(db, {
    n: 1,
    revision: 2,
    resourceOffset: 2,
    resources: [],
    tabId: undefined,
    stage: 'final',
  });
  expect(await readVisit(db, visitIdOf(1))).toMatchObject({
    sequence: 1,
    tabId: 1,
    snapshot: { stage: 'final' },
  });
  expect(await readPage(db, PAGE)).toMatchObject({ visits: 2, lastSequence: 2 });
  expect((await readTab(db, 1))?.visitId).toBe(visitIdOf(2));
});

it('uses the rule that is set, for pages that are new', async () => {
  await db.put('settings', 'classic', 'rule');
  await deliverAndJudge(db, { n: 1 });
  expect((await readPage(db, PAGE))?.state.rule).toBe('classic');
});

it('leaves nothing half written, wherever the worker dies, and judges the row afterwards', async () => {
  for (let n = 1; n <= 5; n++) await deliverAndJudge(db, { n, ...lcp(500) });
  await deliver(db, { n: 6, ...lcp(9000) });
  const [id] = await readDueRows(db, 1e12, 1);
  const before = JSON.stringify(await dump());
  let deaths = 0;
  for (let write = 1; ; write++) {
    const death = dieAtWrite(write);
    await processRows(db, [id!]).catch(() => undefined);
    death.stop();
    if (!death.hasDied()) break;
    deaths++;
    expect(JSON.stringify(await dump())).toBe(before);
  }
  expect(deaths).toBeGreaterThan(5);
  expect(await readQueueLength(db)).toBe(0);
  expect((await readPage(db, PAGE))?.visits).toBe(6);
  expect(await verifyStore(db)).toEqual([]);

  async function dump(): Promise<unknown> {
    return Promise.all([...db.objectStoreNames].map((name) => db.getAll(name)));
  }
});

it('keeps the row when the disk fails, and drops it with a count when it can never be judged', async () => {
  await deliver(db, { n: 1 });
  const quota = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no space left', 'QuotaExceededError');
  });
  await expect(processRows(db, [1])).rejects.toThrow('no space left');
  quota.mockRestore();
  expect(await readQueueLength(db)).toBe(1);
  const [row] = await db.getAll('queue');
  await db.put('queue', { ...row!, capture: { ...row!.capture, vitals: undefined as never } });
  expect(await processRows(db, [1])).toEqual([]);
  expect(await readQueueLength(db)).toBe(0);
  expect(await readCounters(db)).toMatchObject({ dropped: 1 });
  expect(await deliver(db, { n: 1 })).toBe('skipped');
});

it('evicts the oldest visits of a page, but none its state still speaks of', async () => {
  await deliverAndJudge(db, { n: 1, navigation: { ...createCapture().navigation, kind: 'navigate' } });
  for (let n = 2; n <= MAX_VISITS_PER_PAGE + 3; n++) await deliverAndJudge(db, { n, tabId: n % 7 });
  const visits = await readVisits(db, PAGE);
  expect(visits).toHaveLength(MAX_VISITS_PER_PAGE);
  expect(visits.slice(0, 2).map(({ visitId }) => visitId)).toEqual([visitIdOf(1), visitIdOf(5)]);
  expect(await readCounters(db)).toMatchObject({ evicted: 3 });
  expect(await verifyStore(db)).toEqual([]);
});

it('takes a tab off its visit when that is evicted', async () => {
  await deliverAndJudge(db, { n: 1, tabId: 77 });
  for (let n = 2; n <= MAX_VISITS_PER_PAGE + 1; n++) await deliverAndJudge(db, { n });
  expect(await readTab(db, 77)).toBeUndefined();
  expect(await verifyStore(db)).toEqual([]);
});

it('evicts visits of a page that take too much room', async () => {
  await deliverAndJudge(db, { n: 1 });
  await deliverAndJudge(db, { n: 2 });
  const [page] = await readPages(db);
  const sizes = page!.sizes!.map(([sequence]) => [sequence, 1e9] as const);
  await db.put('pages', { ...page!, bytes: 2e9, sizes });
  await deliverAndJudge(db, { n: 3 });
  expect((await readVisits(db, PAGE)).map(({ visitId }) => visitId)).toEqual([visitIdOf(3)]);
});

it('evicts the page seen longest ago with everything it owns', async () => {
  for (let n = 1; n <= MAX_PAGES; n++) {
    await deliverAndJudge(db, { n, tabId: n, url: `http://localhost:8080/p${n}`, ...lcp(9000) });
  }
  const oldest = 'http://localhost:8080/p1';
  await deliverAndJudge(db, { n: 500, url: 'http://localhost:8080/p2', tabId: undefined });
  expect(await readEvents(db, oldest)).not.toEqual([]);
  await deliverAndJudge(db, { n: 501, url: 'http://localhost:8080/new' });
  expect(await db.count('pages')).toBe(MAX_PAGES);
  expect(await readPage(db, oldest)).toBeUndefined();
  expect(await readVisits(db, oldest)).toEqual([]);
  expect(await readEvents(db, oldest)).toEqual([]);
  expect(await db.getAllFromIndex('tabs', 'page', oldest)).toEqual([]);
  expect(await readPage(db, 'http://localhost:8080/p2')).toBeDefined();
  expect(await readCounters(db)).toMatchObject({ evicted: 1 });
  expect(await verifyStore(db)).toEqual([]);
});

it('keeps the diary of a page within its bound', async () => {
  await deliverAndJudge(db, { n: 1 });
  const tx = db.transaction('events', 'readwrite');
  const event = { type: 'budget-met', cohort: 'c', key: 'load' } as const;
  for (let i = 0; i < MAX_EVENTS_PER_PAGE; i++) {
    void tx.store.add({ page: PAGE, visitId: visitIdOf(1), sequence: 1, event });
  }
  await tx.done;
  await deliverAndJudge(db, { n: 2, ...lcp(9000) });
  const events = await readEvents(db, PAGE);
  expect(events).toHaveLength(MAX_EVENTS_PER_PAGE);
  expect(events.at(-1)?.event.type).toBe('budget-broken');
});
