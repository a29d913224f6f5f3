import browser from 'webextension-polyfill';
import type { Capture } from '../src/domain/capture.ts';
import { MAX_OUTBOX_TAILS } from '../src/domain/limits.ts';
import { InputError } from '../src/domain/parse-report.ts';
import type { EpochMs } from '../src/domain/units.ts';
import { OUTBOX_PREFIX } from '../src/protocol/messages.ts';
import { countRefused } from '../src/store/counters.ts';
import { openMonitorDatabase } from '../src/store/database.ts';
import { receiveCaptures } from '../src/store/receive.ts';
import type { Database } from '../src/store/transact.ts';
import { parseArgument, parseEnvelope } from './parse-request.ts';
import { armRetry, disarmRetry } from './alarms.ts';
import { announceVisits } from './drain.ts';
import { MAX_LOT } from './keep.ts';
import { noteFailure } from './storage-watch.ts';

/**
 * Takes in the tails that closing pages left in storage.local. An entry is deleted only after it is on disk in the
 * database, so a worker that dies in between finds it again, and it is taken for the duplicate it is.
 * What storage.local holds is a page's word, as a message is: what cannot be parsed is deleted and counted.
 */
export function sweepOutbox(): Promise<void> {
  return navigator.locks.request('outbox', async () => {
    const entries = await readEntries();
    if (entries.length === 0) return;
    await armRetry('outbox');
    const db = await openOrTrim(entries);
    const tails = await parseTails(db, entries);
    for (let first = 0; first < tails.length; first += MAX_LOT) {
      await sweepTails(db, tails.slice(first, first + MAX_LOT));
    }
    await disarmRetry('outbox');
  });
}

/** Deletes what waits in the outbox, then does `next` before anything of it can be swept. */
export function clearOutbox(next: () => Promise<void>): Promise<void> {
  return navigator.locks.request('outbox', async () => {
    await browser.storage.local.remove((await readEntries()).map(({ key }) => key));
    await next();
  });
}

/** While the database cannot be opened, tails pile up: beyond the bound those of the oldest visits go, and are counted. */
async function openOrTrim(entries: readonly Entry[]): Promise<Database> {
  try {
    return await openMonitorDatabase();
  } catch (error) {
    const oldestFirst = [...entries].sort((a, b) => readStart(a) - readStart(b));
    const excess = oldestFirst.slice(0, Math.max(0, entries.length - MAX_OUTBOX_TAILS));
    await browser.storage.local.remove(excess.map(({ key }) => key));
    await noteFailure(error, excess.length);
    throw error;
  }
}

function readStart({ key, value }: Entry): EpochMs {
  try {
    return parseTail(key, value).startedAt;
  } catch {
    return 0;
  }
}

interface Entry {
  readonly key: string;
  readonly value: unknown;
}

async function readEntries(): Promise<Entry[]> {
  return Object.entries(await browser.storage.local.get(null))
    .filter(([key]) => key.startsWith(OUTBOX_PREFIX))
    .map(([key, value]) => ({ key, value }));
}

/** In the order of their visits: storage keeps none, and there is nothing but the clock to tell. */
async function parseTails(db: Database, entries: readonly Entry[]): Promise<Capture[]> {
  const tails: Capture[] = [];
  for (const { key, value } of entries) {
    try {
      tails.push(parseTail(key, value));
    } catch {
      await refuse(db, key);
    }
  }
  return tails.sort((a, b) => a.startedAt - b.startedAt);
}

/** Tails of tabs that closed together share a transaction, as captures that come together do. */
async function sweepTails(db: Database, tails: readonly Capture[]): Promise<void> {
  const arrivals = tails.map((capture) => ({ capture, tabId: undefined, now: Date.now() }));
  const outcomes = await receiveCaptures(db, arrivals);
  const swept = tails.filter((_, index) => outcomes[index]?.status === 'fulfilled');
  await removeSwept(swept);
  await announceVisits(
    outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' && outcome.value.visit) || []),
  );
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') continue;
    if (!(outcome.reason instanceof InputError)) throw outcome.reason;
    await refuse(db, keyOf(tails[index] as Capture));
  }
}

async function refuse(db: Database, key: string): Promise<void> {
  await browser.storage.local.remove(key);
  await countRefused(db);
}

function parseTail(key: string, value: unknown): Capture {
  const { name, argument } = parseEnvelope(value);
  if (name !== 'captureVisit') throw new InputError(`outbox: expected captureVisit, got ${name}`);
  const capture = parseArgument(name, argument);
  if (key !== keyOf(capture)) throw new InputError('outbox: expected the key of the visit');
  return capture;
}

/** A tail that the page has replaced by a newer one meanwhile stays: its own event brings us back for it. */
async function removeSwept(tails: readonly Capture[]): Promise<void> {
  const stored = await browser.storage.local.get(tails.map(keyOf));
  const done = tails.filter((tail) => !isNewer(tail, stored[keyOf(tail)]));
  await browser.storage.local.remove(done.map(keyOf));
}

function isNewer(swept: Capture, value: unknown): boolean {
  try {
    return parseTail(keyOf(swept), value).revision > swept.revision;
  } catch {
    return false;
  }
}

function keyOf({ visitId }: Capture): string {
  return OUTBOX_PREFIX + visitId;
}
