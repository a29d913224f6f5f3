import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCapture, createCapturedResource } from '../domain/capture.fixture.ts';
import type { Capture } from '../domain/capture.ts';
import { type Arrival, enqueueCapture } from './enqueue.ts';
import { readCounters, readQueueLength, readVisit } from './read.ts';
import { receiveCaptures } from './receive.ts';
import { dieAtWrite, judgeAll, openEmptyDatabase, visitIdOf } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

/** A content script as the protocol has it: it moves its offset only when it has seen an acknowledgement. */
interface Visit {
  readonly visitId: string;
  readonly tabId: number;
  readonly urls: string[];
  readonly sent: Capture[];
  acknowledged: number;
  offset: number;
}

type Step =
  | { type: 'send'; visits: number[]; elapsed: number; ackIsLost: boolean; diesAt: number | undefined }
  | { type: 'repeat'; visit: number; message: number }
  | { type: 'judge'; diesAt: number | undefined };

const VISITS = 30;

const visitNumber = fc.integer({ min: 0, max: VISITS - 1 });

const dies = fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined, freq: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('send' as const),
      // Mostly one; or several at once, which share a transaction and its death.
      visits: fc.oneof(
        { weight: 3, arbitrary: fc.tuple(visitNumber) },
        { weight: 1, arbitrary: fc.uniqueArray(visitNumber, { minLength: 2, maxLength: 6 }) },
      ),
      elapsed: fc.integer({ min: 0, max: 80 }),
      ackIsLost: fc.boolean(),
      diesAt: dies,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('repeat' as const),
      visit: visitNumber,
      message: fc.nat(9),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('judge' as const), diesAt: dies }) },
);

it('loses nothing that was acknowledged, whatever is repeated, reordered, too fast or killed', async () => {
  let coalesced = 0;
  let deaths = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 90, size: 'max' }), async (steps) => {
      const db = await openEmptyDatabase();
      const visits = Array.from({ length: VISITS }, (_, n) => createVisit(n));
      let now = 0;
      for (const next of steps) {
        if (next.type === 'judge') deaths += await judge(db, now, next.diesAt);
        else if (next.type === 'repeat') await repeat(db, visits[next.visit]!, next.message, now);
        else {
          now += next.elapsed;
          deaths += await send(
            db,
            next.visits.map((n) => visits[n]!),
            { ...next, now },
          );
        }
      }
      await judgeAll(db);
      expect(await verifyStore(db)).toEqual([]);
      expect(await readQueueLength(db)).toBe(0);
      for (const visit of visits) await expectKept(db, visit);
      const counters = await readCounters(db);
      const known = visits.filter(({ acknowledged }) => acknowledged > 0).length;
      expect((await db.count('visits')) + counters.coalesced + counters.dropped).toBe(known);
      coalesced += counters.coalesced;
    }),
    { numRuns: 40 },
  );
  expect(coalesced).toBeGreaterThan(0);
  expect(deaths).toBeGreaterThan(0);
  // Forty histories, the whole store checked after each step: a quarter of a minute on a machine with nothing else to do.
}, 90_000);

function createVisit(n: number): Visit {
  return {
    visitId: visitIdOf(n),
    tabId: n % 8 === 0 ? 2 : 1,
    urls: [],
    sent: [],
    acknowledged: 0,
    offset: 0,
  };
}

async function send(
  db: Database,
  visits: readonly Visit[],
  { now, ackIsLost, diesAt }: { now: number; ackIsLost: boolean; diesAt: number | undefined },
): Promise<number> {
  for (const visit of visits) write(visit);
  const death = diesAt === undefined ? undefined : dieAtWrite(diesAt);
  const areAcknowledged = await deliver(
    db,
    visits.map((visit) => [visit, visit.sent.length - 1]),
    now,
  );
  death?.stop();
  for (const visit of visits) if (areAcknowledged && !ackIsLost) visit.offset = visit.urls.length;
  return death?.hasDied() ? 1 : 0;
}

/** The next revision of a visit. */
function write({ visitId, urls, sent, offset: resourceOffset }: Visit): void {
  const revision = sent.length + 1;
  urls.push(`http://localhost:8080/r${revision}.js`);
  const resources = urls.slice(resourceOffset).map((url) => createCapturedResource({ url }));
  sent.push(createCapture({ visitId, revision, resourceOffset, resources }));
}

async function repeat(db: Database, visit: Visit, message: number, now: number): Promise<void> {
  if (visit.sent.length > 0) await deliver(db, [[visit, message % visit.sent.length]], now);
}

/** All of them or none: each of these captures is one that could be stored. */
async function deliver(db: Database, messages: readonly [Visit, number][], now: number): Promise<boolean> {
  const arrivals = messages.map(([{ sent, tabId }, message]) => ({ capture: sent[message]!, tabId, now }));
  try {
    await receiveAll(db, arrivals);
  } catch {
    return false;
  }
  for (const [visit, message] of messages) visit.acknowledged = Math.max(visit.acknowledged, message + 1);
  return true;
}

async function receiveAll(db: Database, arrivals: readonly Arrival[]): Promise<void> {
  const [first, ...others] = arrivals;
  if (first && others.length === 0 && first.capture.revision % 2 === 0) {
    await enqueueCapture(db, first);
    return;
  }
  for (const outcome of await receiveCaptures(db, arrivals)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}

async function judge(db: Database, now: number, diesAt: number | undefined): Promise<number> {
  const death = diesAt === undefined ? undefined : dieAtWrite(diesAt);
  await judgeAll(db, now).catch(() => undefined);
  death?.stop();
  expect(await verifyStore(db)).toEqual([]);
  return death?.hasDied() ? 1 : 0;
}

/** On record in full, up to the newest revision that was acknowledged, or known to have been given up. */
async function expectKept(db: Database, visit: Visit): Promise<void> {
  if (visit.acknowledged === 0) return;
  const stored = await readVisit(db, visit.visitId);
  const isGivenUp = (await db.getKeyFromIndex('skipped', 'visit', visit.visitId)) !== undefined;
  expect(isGivenUp).toBe(stored === undefined);
  if (!stored) return;
  const { revision, resources, dropped } = stored.snapshot;
  expect(revision).toBe(visit.acknowledged);
  expect(resources.slice(1).map(({ url }) => url)).toEqual(visit.urls.slice(0, revision));
  expect(dropped).toEqual({});
}
