import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCapture, createCapturedResource } from '../domain/capture.fixture.ts';
import { MAX_QUEUE_ROWS, MAX_SKIPPED_VISITS } from '../domain/limits.ts';
import { enqueueCapture } from './enqueue.ts';
import { deletePage } from './delete.ts';
import { readCounters, readQueueLength, readVisit } from './read.ts';
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

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

const image = createCapturedResource({ url: 'http://localhost:8080/late.png', initiatorType: 'img' });

describe('a message that comes again', () => {
  it.each([
    ['while it waits', false],
    ['after it was judged', true],
  ])('is a duplicate %s', async (_, judged) => {
    await deliver(db, { n: 1, revision: 2 });
    if (judged) await judgeAll(db);
    expect(await deliver(db, { n: 1, revision: 2 })).toBe('duplicate');
    expect(await deliver(db, { n: 1, revision: 1 })).toBe('duplicate');
    expect(await readQueueLength(db)).toBe(judged ? 0 : 1);
  });
});

describe('a newer revision', () => {
  it('is joined to one that waits', async () => {
    await deliver(db, { n: 1 });
    expect(await deliver(db, { n: 1, revision: 2, resourceOffset: 2, resources: [image] })).toBe('stored');
    const [row] = await db.getAll('queue');
    expect(row?.capture).toMatchObject({ revision: 2, resourceOffset: 0 });
    expect(row?.capture.resources).toHaveLength(3);
  });

  it('continues one that was judged, and takes no token of the next load', async () => {
    await deliverAndJudge(db, { n: 1, now: 0 });
    for (let revision = 2; revision <= 12; revision++) {
      await deliver(db, { n: 1, revision, resourceOffset: 2, resources: [image], now: 0 });
      await judgeAll(db);
    }
    const visit = await readVisit(db, visitIdOf(1));
    expect(visit?.snapshot.resources.map(({ url }) => new URL(url).pathname)).toEqual([
      '/',
      '/main.css',
      '/app.js',
      '/late.png',
    ]);
    await deliver(db, { n: 2, now: 0 });
    expect((await db.getAll('queue')).map(({ notBefore }) => notBefore)).toEqual([0]);
  });

  it('continues nothing when the beginning was deleted', async () => {
    await deliverAndJudge(db, { n: 1 });
    await deletePage(db, 'http://localhost:8080/');
    expect(await deliver(db, { n: 1, revision: 2, resourceOffset: 2 })).toBe('skipped');
    expect(await readQueueLength(db)).toBe(0);
  });

  it('is refused when it claims the visit of another page', async () => {
    await deliverAndJudge(db, { n: 1 });
    const other = deliver(db, { n: 1, revision: 2, url: 'http://localhost:8080/other' });
    await expect(other).rejects.toThrow('expected a visit of http://localhost:8080/other');
  });
});

it.each(['about:blank', 'file:///etc/passwd', 'chrome://settings/', 'not a url'])(
  'refuses %s',
  async (url) => {
    const refused = enqueueCapture(db, { capture: createCapture({ url }), tabId: 1, now: 0 });
    await expect(refused).rejects.toThrow(/http or https/);
    expect(await db.count('queue')).toBe(0);
  },
);

it('puts no query, fragment or userinfo on disk', async () => {
  const secret = 'http://user:pass@localhost:8080/?token=SECRET#SECRET';
  await deliver(db, { n: 1, url: secret, resources: [createCapturedResource({ url: secret })] });
  expect(JSON.stringify(await db.getAll('queue'))).not.toMatch(/SECRET|pass/);
});

describe('loads that come faster than their tab may bring them', () => {
  it('are judged at once while the burst lasts, then wait and take each other’s place', async () => {
    const statuses: string[] = [];
    for (let n = 1; n <= 14; n++) statuses.push(await deliver(db, { n, now: 0 }));
    expect(statuses).toEqual([
      ...Array.from({ length: 11 }, () => 'stored'),
      'coalesced',
      'coalesced',
      'coalesced',
    ]);
    const rows = await db.getAll('queue');
    expect(rows.map(({ visitId, notBefore }) => [visitId, notBefore]).slice(9)).toEqual([
      [visitIdOf(10), 0],
      [visitIdOf(14), 500],
    ]);
    expect(await readCounters(db)).toMatchObject({ coalesced: 3, dropped: 0 });
  });

  it('add up: judged and coalesced are all that came', async () => {
    for (let n = 1; n <= 300; n++) {
      const now = n * 200;
      await deliver(db, { n, now });
      await judgeAll(db, now);
    }
    await judgeAll(db);
    const judged = await db.count('visits');
    const { coalesced } = await readCounters(db);
    expect(judged + coalesced).toBe(300);
    // A minute of a reload every 200 ms: two a second and the burst.
    expect(judged).toBeLessThanOrEqual(60 * 2 + 11);
    expect(judged).toBeGreaterThanOrEqual(60 * 2);
    expect(await verifyStore(db)).toEqual([]);
  });

  it('do not come back with a message that was sent twice', async () => {
    for (let n = 1; n <= 12; n++) await deliver(db, { n, now: 0 });
    expect(await deliver(db, { n: 11, now: 0 })).toBe('skipped');
    expect(await deliver(db, { n: 11, revision: 2, now: 5000 })).toBe('skipped');
    expect((await readCounters(db)).coalesced).toBe(1);
  });

  it('of other pages of the tab wait too, each in its own place', async () => {
    for (let n = 1; n <= 10; n++) await deliver(db, { n, now: 0 });
    await deliver(db, { n: 11, now: 0, url: 'http://localhost:8080/a' });
    expect(await deliver(db, { n: 12, now: 0, url: 'http://localhost:8080/b' })).toBe('stored');
    expect((await db.getAll('queue')).slice(10).map(({ notBefore }) => notBefore)).toEqual([500, 1000]);
  });

  it('do not slow another tab down', async () => {
    for (let n = 1; n <= 12; n++) await deliver(db, { n, now: 0 });
    await deliver(db, { n: 13, now: 0, tabId: 2 });
    expect((await db.getAll('queue')).at(-1)?.notBefore).toBe(0);
  });

  it('never displace the tail of a visit on record', async () => {
    await deliverAndJudge(db, { n: 1, now: 0 });
    for (let revision = 2; revision <= 13; revision++) {
      await deliver(db, { n: 1, revision, resourceOffset: 2, now: 0, stage: 'final' });
      if (revision <= 11) await judgeAll(db);
    }
    for (let n = 2; n <= 14; n++) await deliver(db, { n, now: 0 });
    await judgeAll(db);
    expect((await readVisit(db, visitIdOf(1)))?.snapshot.revision).toBe(13);
  });
});

describe('a full queue', () => {
  it('drops the oldest provisional load for a new one, and counts it', async () => {
    await deliver(db, { n: 0, tabId: 0, stage: 'final' });
    for (let n = 1; n < MAX_QUEUE_ROWS; n++) await deliver(db, { n, tabId: n });
    expect(await deliver(db, { n: 1000, tabId: 1000 })).toBe('stored');
    const waiting = (await db.getAll('queue')).map(({ visitId }) => visitId);
    expect(waiting).toHaveLength(MAX_QUEUE_ROWS);
    expect(waiting.slice(0, 2)).toEqual([visitIdOf(0), visitIdOf(2)]);
    expect(await readCounters(db)).toMatchObject({ dropped: 1 });
    expect(await deliver(db, { n: 1, tabId: 1 })).toBe('skipped');
  });

  it('refuses a new one, and changes nothing, when none can be dropped', async () => {
    for (let n = 1; n <= MAX_QUEUE_ROWS; n++) await deliver(db, { n, tabId: n, stage: 'final' });
    await expect(deliver(db, { n: 1000, tabId: 1000 })).rejects.toThrow(/queue is full/);
    expect(await readQueueLength(db)).toBe(MAX_QUEUE_ROWS);
    expect(await db.get('buckets', 'load 1000')).toBeUndefined();
  });
});

it('remembers a bounded number of loads that were given up', async () => {
  const tx = db.transaction('skipped', 'readwrite');
  for (let n = 0; n < MAX_SKIPPED_VISITS; n++) void tx.store.add({ visitId: visitIdOf(5000 + n) });
  await tx.done;
  for (let n = 1; n <= 12; n++) await deliver(db, { n, now: 0 });
  expect(await db.count('skipped')).toBe(MAX_SKIPPED_VISITS);
  expect(await db.getKeyFromIndex('skipped', 'visit', visitIdOf(11))).toBeDefined();
  expect(await db.getKeyFromIndex('skipped', 'visit', visitIdOf(5000))).toBeUndefined();
});

it('leaves nothing half written when the worker dies while a load takes the place of another', async () => {
  for (let n = 1; n <= 11; n++) await deliver(db, { n, now: 0 });
  for (let write = 1; ; write++) {
    const death = dieAtWrite(write);
    const status = await deliver(db, { n: 12, now: 0 }).catch(() => 'died');
    death.stop();
    if (!death.hasDied()) {
      expect(status).toBe('coalesced');
      break;
    }
    expect(status).toBe('died');
    expect((await db.getAll('queue')).at(-1)?.visitId).toBe(visitIdOf(11));
    expect(await readCounters(db)).toMatchObject({ coalesced: 0 });
    expect(await db.count('skipped')).toBe(0);
  }
  expect(await readCounters(db)).toMatchObject({ coalesced: 1 });
});
