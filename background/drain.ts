import { broadcastChange } from '../src/protocol/channel.ts';
import { openMonitorDatabase } from '../src/store/database.ts';
import { processRows, readDueRows, readNextDue } from '../src/store/process.ts';
import { readQueueLength } from '../src/store/read.ts';
import type { VisitRow } from '../src/store/schema.ts';
import type { Database } from '../src/store/transact.ts';
import { refreshBadges } from './badge.ts';
import { armRetry, disarmRetry } from './alarms.ts';

/** Rows between two hints: a panel that is open during a long drain moves on about five times a second. */
const ROWS_PER_HINT = 20;

/** Pauses of a worker that waits for a row to become due, in milliseconds; a row of another tab may be due earlier. */
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 1000;

/**
 * Judges every row of the queue that is due, one worker and one row at a time. Rows that are not due yet are waited
 * for without holding up the caller. Until the queue is empty an alarm is set, in case the worker dies meanwhile.
 */
export async function drainQueue(): Promise<void> {
  const db = await openMonitorDatabase();
  const left = await navigator.locks.request('drain', () => drain(db));
  if (left > 0) void waitForRows(db).catch(() => undefined);
}

async function drain(db: Database): Promise<number> {
  if ((await readQueueLength(db)) === 0) return 0;
  await armRetry('queue');
  for (;;) {
    const ids = await readDueRows(db, Date.now(), ROWS_PER_HINT);
    if (ids.length === 0) break;
    await announceVisits(await processRows(db, ids));
  }
  const left = await readQueueLength(db);
  if (left === 0) await disarmRetry('queue');
  return left;
}

/** Tells the extension's pages and the toolbar of visits that have been judged. */
export async function announceVisits(visits: readonly VisitRow[]): Promise<void> {
  // A hint without pages would say that everything may have changed.
  if (visits.length === 0) return;
  broadcastChange(
    [...new Set(visits.map(({ page }) => page))],
    visits.map(({ visitId }) => visitId),
  );
  await refreshBadges(visits.map(({ tabId }) => tabId));
}

/** Only one waits. Should it end just as a row is added, the alarm is still set. */
async function waitForRows(db: Database): Promise<void> {
  await navigator.locks.request('wait', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (let due = await readNextDue(db); due !== undefined; due = await readNextDue(db)) {
      await pause(due - Date.now());
      await navigator.locks.request('drain', () => drain(db));
    }
  });
}

function pause(wanted: number): Promise<void> {
  const milliseconds = Math.min(Math.max(wanted, SHORTEST_PAUSE), LONGEST_PAUSE);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
