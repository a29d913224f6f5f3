import { deleteDB, openDB } from 'idb';
import { createCapture, createCapturedResource } from '../../src/domain/capture.fixture.ts';
import type { Capture } from '../../src/domain/capture.ts';
import { quantile } from '../../src/domain/statistics.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import { closeMonitorDatabase, openMonitorDatabase } from '../../src/store/database.ts';
import { enqueueCapture } from '../../src/store/enqueue.ts';
import { processRows, readDueRows } from '../../src/store/process.ts';
import { receiveCapture } from '../../src/store/receive.ts';
import { DATABASE_NAME, type VisitRow } from '../../src/store/schema.ts';
import type { Database } from '../../src/store/transact.ts';

export interface IngestOptions {
  /** Visits stored before anything is measured. */
  readonly stored: number;
  readonly pages: number;
  /** Captures measured. */
  readonly captures: number;
  readonly batch: number;
}

export interface IngestResult {
  /** Rows a second: one by one as they arrive, and a backlog in the batches the worker makes of it. */
  readonly arriving: number;
  readonly backlog: number;
  readonly bare: number;
  readonly bareOneByOne: number;
  /** From capture to judged visit, as they arrive. */
  readonly p50: Milliseconds;
  readonly p99: Milliseconds;
}

const RESOURCES = 60;

/** Longer than a token takes to come: the rate limit is not what is measured here. */
const PACE: Milliseconds = 10_000;

let clock = 1e12;

/**
 * Captures through our store, one by one as they arrive, and then the rows that came out of it through bare idb: the
 * same rows, the same disk, the same minute.
 */
async function measureIngest({ stored, pages, captures, batch }: IngestOptions): Promise<IngestResult> {
  await closeMonitorDatabase();
  await deleteDB(DATABASE_NAME);
  const db = await openMonitorDatabase();
  let count = 0;
  const write = (): Capture => writeCapture(count++, pages);
  await workOff(db, Array.from({ length: stored }, write), batch);
  const times: Milliseconds[] = [];
  const rows: VisitRow[] = [];
  const arriving = await time(captures, async () => {
    for (let n = 0; n < captures; n++) {
      const before = performance.now();
      const { visit } = await receiveCapture(db, { capture: write(), tabId: 1, now: nextMoment() });
      times.push(performance.now() - before);
      if (visit) rows.push(visit);
    }
  });
  if (rows.length < captures) throw new Error(`${captures - rows.length} captures were not judged at once`);
  const waiting = Array.from({ length: captures }, write);
  return {
    arriving,
    backlog: await time(captures, () => workOff(db, waiting, batch)),
    bare: await writeBare(rows, batch),
    bareOneByOne: await writeBare(rows, 1),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

/** Puts captures into the queue as they come, many at once, and judges them in batches. */
async function workOff(db: Database, captures: readonly Capture[], batch: number): Promise<void> {
  for (let first = 0; first < captures.length; first += batch) {
    const together = captures.slice(first, first + batch);
    await Promise.all(
      together.map((capture) => enqueueCapture(db, { capture, tabId: 1, now: nextMoment() })),
    );
    await processRows(db, await readDueRows(db, clock, batch));
  }
}

function nextMoment(): number {
  clock += PACE;
  return clock;
}

/** Rows a second. */
async function time(rows: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (1000 * rows) / (performance.now() - start);
}

/** Rows a second, in a database of its own, with so many rows in one strict transaction. */
async function writeBare(rows: readonly VisitRow[], batch: number): Promise<number> {
  const name = `bare-${batch}`;
  await deleteDB(name);
  const db = await openDB(name, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('rows', { keyPath: 'visitId' }),
  });
  const speed = await time(rows.length, async () => {
    for (let first = 0; first < rows.length; first += batch) {
      const tx = db.transaction('rows', 'readwrite', { durability: 'strict' });
      for (const row of rows.slice(first, first + batch)) void tx.store.put(row);
      await tx.done;
    }
  });
  db.close();
  await deleteDB(name);
  return speed;
}

/** A load of a page of usual size, never quite the same as the one before. */
function writeCapture(n: number, pages: number): Capture {
  const origin = 'http://localhost:8080';
  const jitter = (n * 7919) % 100;
  return createCapture({
    visitId: crypto.randomUUID(),
    url: `${origin}/page-${String.fromCharCode(97 + (n % pages))}`,
    vitals: {
      timeToFirstByte: { value: 40 + jitter },
      firstContentfulPaint: { value: 180 + jitter },
      largestContentfulPaint: { value: 240 + jitter },
      cumulativeLayoutShift: { value: 0 },
    },
    resources: Array.from({ length: RESOURCES }, (_, resource) =>
      createCapturedResource({
        url: `${origin}/assets/chunk-${resource}.js`,
        startTime: 60 + resource * 5 + jitter / 10,
      }),
    ),
  });
}

Object.assign(globalThis, { measureIngest });
