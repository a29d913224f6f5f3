import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { createCapture, createCapturedResource } from '../domain/capture.fixture.ts';
import type { Arrival } from './enqueue.ts';
import { processRows, readDueRows } from './process.ts';
import { receiveCaptures } from './receive.ts';
import { openEmptyDatabase, visitIdOf } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

/** A capture as it may come in, and how long after the one before. */
interface Step {
  readonly visit: number;
  readonly revision: number;
  readonly isTail: boolean;
  readonly paint: number;
  readonly elapsed: number;
  /** Does what waits get judged before it? */
  readonly judges: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  visit: fc.integer({ min: 0, max: 119 }),
  revision: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 3 })),
  isTail: fc.boolean(),
  paint: fc.integer({ min: 200, max: 5000 }),
  // Mostly faster than a tab may be, so that loads wait and take each other's place; now and then after a pause.
  elapsed: fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 0, max: 20 }) },
    { weight: 1, arbitrary: fc.integer({ min: 400, max: 5000 }) },
  ),
  judges: fc.boolean(),
});
const lots = fc.array(fc.array(step, { minLength: 1, maxLength: 20, size: 'max' }), {
  minLength: 4,
  maxLength: 10,
  size: 'max',
});

/** Captures of two tabs and two pages; of an update the tab may not be known. */
function arrivalOf({ visit, revision, isTail, paint }: Step, now: number): Arrival {
  const capture = createCapture({
    visitId: visitIdOf(visit),
    revision,
    url: `http://localhost:8080/${visit % 2 === 0 ? '' : 'other'}`,
    vitals: { ...createCapture().vitals, largestContentfulPaint: { value: paint } },
    resourceOffset: revision > 1 ? 1 : 0,
    resources: [createCapturedResource({ url: `http://localhost:8080/r${revision}.js` })],
  });
  return { capture, tabId: isTail && revision > 1 ? undefined : 1 + (visit % 3 === 0 ? 1 : 0), now };
}

it('makes of captures that come together what it makes of them one by one', async () => {
  await fc.assert(
    fc.asyncProperty(lots, async (steps) => {
      const together = await takeIn(steps);
      const alone = await takeIn(steps, 1);
      expect(together).toEqual(alone);
    }),
    { numRuns: 15 },
  );
}, 90_000);

/** What came of each, and what is stored in the end; `most` captures at a time, or as many as come together. */
async function takeIn(steps: readonly (readonly Step[])[], most?: number): Promise<unknown> {
  const db = await openEmptyDatabase();
  const outcomes: unknown[] = [];
  let now = 1_000_000;
  for (const lot of steps) {
    if (lot[0]?.judges) await judge(db, now, most);
    const arrivals = lot.map((one) => {
      now += one.elapsed;
      return arrivalOf(one, now);
    });
    for (let first = 0; first < lot.length; first += most ?? lot.length) {
      const transactions = vi.spyOn(db, 'transaction');
      const received = await receiveCaptures(db, arrivals.slice(first, first + (most ?? lot.length)));
      expect(transactions).toHaveBeenCalledTimes(1);
      transactions.mockRestore();
      outcomes.push(
        ...received.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'rejected')),
      );
    }
  }
  await judge(db, now + 1e9, most);
  expect(await verifyStore(db)).toEqual([]);
  return { outcomes, stored: await dump(db) };
}

async function judge(db: Database, now: number, most = 20): Promise<void> {
  for (;;) {
    const ids = await readDueRows(db, now, most);
    if (ids.length === 0) return;
    await processRows(db, ids);
  }
}

/** Everything but the ids that the database gives out, and the order that follows from them. */
async function dump(db: Database): Promise<Record<string, unknown[]>> {
  const names = [...db.objectStoreNames];
  const stores = await Promise.all(names.map(async (name) => [name, await db.getAll(name)] as const));
  return Object.fromEntries(stores.map(([name, rows]) => [name, rows.map(withoutId)]));
}

function withoutId(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || !('visitId' in row)) return row;
  const { id: _id, ...rest } = row as { id?: number };
  return rest;
}
