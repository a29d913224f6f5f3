import { deleteDB } from 'idb';
import type { Capture } from '../../src/domain/capture.ts';
import { quantile } from '../../src/domain/statistics.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import { closeMonitorDatabase, openMonitorDatabase } from '../../src/store/database.ts';
import { enqueueCapture } from '../../src/store/enqueue.ts';
import { processRows, readDueRows } from '../../src/store/process.ts';
import { receiveCaptures } from '../../src/store/receive.ts';
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
  /** A backlog in the batches the worker makes of it; bare idb has all that follows from a batch in one transaction. */
  readonly backlog: Speed;
  /** From capture to judged visit, as they arrive. */
  readonly p50: Milliseconds;
  readonly p99: Milliseconds;
}

/** Longer than a token takes to come: the rate limit is not what is measured here. */
const PACE: Milliseconds = 10_000;

let clock = 1e12;

/**
 * Captures through our store, one by one as they arrive and as a backlog; and the rows that came of others just like
 * them through bare idb: the same rows, the same stores, the same disk, the same minute.
 */
async function measureIngest({ stored, pages, captures, batch }: IngestOptions): Promise<IngestResult> {
  await closeMonitorDatabase();
  await deleteDB(DATABASE_NAME);
  const db = await openMonitorDatabase();
  let count = 0;
  const write = (): Capture => createUsualCapture(`http://localhost:8080/${nameOf(count % pages)}`, count++);
  const writeAll = (): Capture[] => Array.from({ length: captures }, write);
  await receiveTogether(db, Array.from({ length: stored }, write), batch);

  const times: Milliseconds[] = [];
  const arriving = writeAll();
  const arrived = await time(() => receiveAll(db, arriving, times));
  const arrivingWrites = await recordWrites(() => receiveAll(db, writeAll(), []));

  const crowd = writeAll();
  const crowded = await time(() => receiveTogether(db, crowd, batch));
  const crowdWrites = await recordWrites(() => receiveTogether(db, writeAll(), batch));

  const waiting = writeAll();
  const workedOff = await time(() => workOff(db, waiting, batch));
  const backlogWrites = await recordWrites(() => workOff(db, writeAll(), batch));

  // Of a batch, one transaction in which its captures come in, and one in which they are judged.
  const together = joinEvery(backlogWrites, 2);
  return {
    arriving: await compare(arrived, arrivingWrites, captures),
    together: await compare(crowded, crowdWrites, captures),
    backlog: await compare(workedOff, together, captures),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

/** A part of a path that is not taken for an id. */
function nameOf(page: number): string {
  return `page-${String.fromCharCode(97 + page)}`;
}

async function receiveAll(db: Database, captures: readonly Capture[], times: Milliseconds[]): Promise<void> {
  for (const capture of captures) {
    const before = performance.now();
    await receiveLot(db, [capture]);
    times.push(performance.now() - before);
  }
}

/** As many at once as the worker takes together when they come faster than it commits. */
async function receiveTogether(db: Database, captures: readonly Capture[], most: number): Promise<void> {
  for (let first = 0; first < captures.length; first += most) {
    await receiveLot(db, captures.slice(first, first + most));
  }
}

async function receiveLot(db: Database, captures: readonly Capture[]): Promise<void> {
  const arrivals = captures.map((capture) => ({ capture, tabId: 1, now: nextMoment() }));
  for (const outcome of await receiveCaptures(db, arrivals)) {
    if (outcome.status === 'rejected' || !outcome.value.visit)
      throw new Error('a capture was not judged at once');
  }
}

/**
 * Captures that come while something due waits, so that they wait behind it: many at once, as the worker takes them,
 * and then judged in batches.
 */
async function workOff(db: Database, captures: readonly Capture[], batch: number): Promise<void> {
  const [ahead, ...behind] = captures.map((capture) => ({ capture, tabId: 1, now: nextMoment() }));
  if (!ahead) return;
  await enqueueCapture(db, ahead);
  for (let first = 0; first < behind.length; first += batch) {
    for (const outcome of await receiveCaptures(db, behind.slice(first, first + batch))) {
      if (outcome.status === 'rejected' || outcome.value.visit) throw new Error('a capture did not wait');
    }
    await processRows(db, await readDueRows(db, clock, batch));
  }
  await processRows(db, await readDueRows(db, clock, batch));
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

async function compare(
  took: Milliseconds,
  transactions: readonly (readonly Written[])[],
  captures: number,
): Promise<Speed> {
  const visits = transactions.map((writes) =>
    writes.filter(({ store, method }) => store === 'visits' && method === 'put'),
  );
  const perSecond = (milliseconds: Milliseconds): number => (1000 * captures) / milliseconds;
  return {
    ours: perSecond(took),
    bare: perSecond(await writeBare(transactions)),
    bareVisits: perSecond(await writeBare(visits.filter(({ length }) => length > 0))),
  };
}

function joinEvery(transactions: readonly (readonly Written[])[], count: number): Written[][] {
  const joined: Written[][] = [];
  for (let first = 0; first < transactions.length; first += count) {
    joined.push(transactions.slice(first, first + count).flat());
  }
  return joined;
}

Object.assign(globalThis, { measureIngest });
