import { deleteDB } from 'idb';
import { inLots } from '../../background/in-lots.ts';
import type { Capture } from '../../src/domain/capture.ts';
import { quantile } from '../../src/domain/statistics.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import { closeMonitorDatabase, openMonitorDatabase } from '../../src/store/database.ts';
import { type Arrival, enqueueCapture } from '../../src/store/enqueue.ts';
import { processRows, readDueRows } from '../../src/store/process.ts';
import { receiveCaptures, type Received } from '../../src/store/receive.ts';
import { DATABASE_NAME } from '../../src/store/schema.ts';
import type { Database } from '../../src/store/transact.ts';
import { createUsualCapture } from '../cost/usual-capture.ts';
import { recordWrites, type Written } from './record-writes.ts';
import { writeBare } from './write-bare.ts';

export interface IngestOptions {
  /** Visits stored before anything is measured. */
  readonly stored: number;
  readonly pages: number;
  /** Captures measured. */
  readonly captures: number;
  readonly batch: number;
}

/** Loads a second of one way in, and of bare idb with the same rows, and with none of them but the visits. */
export interface Speed {
  readonly ours: number;
  readonly bare: number;
  readonly bareVisits: number;
}

export interface IngestResult {
  /** One by one as they arrive, each in a transaction of its own. */
  readonly arriving: Speed;
  /** Many at once, as when several tabs reload: a lot in one transaction, with ours as with bare idb. */
  readonly together: Speed;
  /** A backlog: put on disk in lots, and then judged in the batches the worker makes of it. */
  readonly backlog: Speed;
  /** From capture to judged visit, as they arrive. */
  readonly p50: Milliseconds;
  readonly p99: Milliseconds;
}

/** Longer than a token takes to come: the rate limit is not what is measured here. */
const PACE: Milliseconds = 10_000;

/** How often both sides are timed in each way. */
const ROUNDS = 4;

let clock = 1e12;

type Way = (db: Database, captures: readonly Capture[]) => Promise<void>;

/**
 * Captures through our store in three ways; and the rows that came of others just like them through bare idb: the same
 * rows, the same stores, the same disk, taken in turns so that both have the same minutes. Every run finds the visits
 * that are stored before, and no others.
 */
async function measureIngest({ stored, pages, captures, batch }: IngestOptions): Promise<IngestResult> {
  let count = 0;
  const write = (): Capture => createUsualCapture(`http://localhost:8080/${nameOf(count % pages)}`, count++);
  const writeMany = (length: number): Capture[] => Array.from({ length }, write);

  async function openStored(): Promise<Database> {
    await closeMonitorDatabase();
    await deleteDB(DATABASE_NAME);
    const db = await openMonitorDatabase();
    await receiveTogether(db, writeMany(stored), batch);
    return db;
  }

  async function compare(way: Way): Promise<Speed> {
    const recorded = await openStored();
    const before = await recorded.getAll('visits');
    const writes = await recordWrites(() => way(recorded, writeMany(captures)));
    const visits = writes.map(keepVisits).filter(({ length }) => length > 0);
    const spent = { ours: 0, bare: 0, bareVisits: 0 };
    const runs = {
      async ours() {
        const db = await openStored();
        const arriving = writeMany(captures);
        return time(() => way(db, arriving));
      },
      bare: () => writeBare(writes, before, batch),
      bareVisits: () => writeBare(visits, before, batch),
    };
    for (let round = 0; round < ROUNDS; round++) {
      // Whoever comes first finds the disk quieter.
      const order = ['ours', 'bare', 'bareVisits'] as (keyof Speed)[];
      if (round % 2 === 1) order.reverse();
      for (const run of order) spent[run] += await runs[run]();
    }
    const perSecond = (milliseconds: Milliseconds): number => (1000 * ROUNDS * captures) / milliseconds;
    return {
      ours: perSecond(spent.ours),
      bare: perSecond(spent.bare),
      bareVisits: perSecond(spent.bareVisits),
    };
  }

  // The first of them are those of the run that was recorded.
  const times: Milliseconds[] = [];
  return {
    arriving: await compare((db, arriving) => receiveAll(db, arriving, times)),
    together: await compare((db, crowd) => receiveTogether(db, crowd, batch)),
    backlog: await compare((db, waiting) => workOff(db, waiting, batch)),
    p50: quantile(times.slice(captures), 0.5),
    p99: quantile(times.slice(captures), 0.99),
  };
}

function keepVisits(writes: readonly Written[]): Written[] {
  return writes.filter(({ store, method }) => store === 'visits' && method === 'put');
}

/** A part of a path that is not taken for an id. */
function nameOf(page: number): string {
  return `page-${String.fromCharCode(97 + page)}`;
}

async function receiveAll(db: Database, captures: readonly Capture[], times: Milliseconds[]): Promise<void> {
  for (const capture of captures) {
    const before = performance.now();
    const [outcome] = await receiveCaptures(db, [{ capture, tabId: 1, now: nextMoment() }]);
    if (outcome?.status !== 'fulfilled') throw outcome?.reason;
    expectJudged(outcome.value);
    times.push(performance.now() - before);
  }
}

/** Faster than the worker commits, which takes in lots what came meanwhile. */
async function receiveTogether(db: Database, captures: readonly Capture[], most: number): Promise<void> {
  for (const received of await receiveInLots(db, captures, most)) expectJudged(received);
}

function receiveInLots(db: Database, captures: readonly Capture[], most: number): Promise<Received[]> {
  const receive = inLots<Arrival, Received>(
    (arrivals, letNextBegin) => receiveCaptures(db, arrivals, letNextBegin),
    most,
  );
  return Promise.all(captures.map((capture) => receive({ capture, tabId: 1, now: nextMoment() })));
}

function expectJudged({ visit }: Received): void {
  if (!visit) throw new Error('a capture was not judged at once');
}

/** Captures that come, many at once, while something due waits: they wait behind it, and are then judged in batches. */
async function workOff(db: Database, captures: readonly Capture[], batch: number): Promise<void> {
  const [ahead, ...behind] = captures;
  if (!ahead) return;
  await enqueueCapture(db, { capture: ahead, tabId: 1, now: nextMoment() });
  for (const { visit } of await receiveInLots(db, behind, batch)) {
    if (visit) throw new Error('a capture did not wait');
  }
  for (
    let due = await readDueRows(db, clock, batch);
    due.length > 0;
    due = await readDueRows(db, clock, batch)
  ) {
    await processRows(db, due);
  }
}

function nextMoment(): number {
  clock += PACE;
  return clock;
}

async function time(work: () => Promise<void>): Promise<Milliseconds> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

Object.assign(globalThis, { measureIngest });
