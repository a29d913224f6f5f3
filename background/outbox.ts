import browser from 'webextension-polyfill';
import type { Capture } from '../src/domain/capture.ts';
import { MAX_OUTBOX_TAILS } from '../src/domain/limits.ts';
import { InputError } from '../src/domain/parse-report.ts';
import type { EpochMs } from '../src/domain/units.ts';
import { OUTBOX_PREFIX } from '../src/protocol/messages.ts';
import { countRefused } from '../src/store/counters.ts';
import { openMonitorDatabase } from '../src/store/database.ts';
import { enqueueCapture } from '../src/store/enqueue.ts';
import type { Database } from '../src/store/transact.ts';
import { parseArgument, parseEnvelope } from './parse-request.ts';
import { armRetry, disarmRetry } from './alarms.ts';
import { noteFailure } from './storage-watch.ts';

/**
 * Moves the tails that closing pages left in storage.local into the queue. An entry is deleted only after it is on
 * disk there, so a worker that dies in between finds it again, and the queue takes it for the duplicate it is.
 * What storage.local holds is a page's word, as a message is: what cannot be parsed is deleted and counted.
 */
export function sweepOutbox(): Promise<void> {
  return navigator.locks.request('outbox', async () => {
    const entries = await readEntries();
    if (entries.length === 0) return;
    await armRetry('outbox');
    const db = await openOrTrim(entries);
    for (const tail of await parseTails(db, entries)) await sweepTail(db, tail);
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

async function sweepTail(db: Database, capture: Capture): Promise<void> {
  const key = OUTBOX_PREFIX + capture.visitId;
  try {
    await enqueueCapture(db, { capture, tabId: undefined, now: Date.now() });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refuse(db, key);
  }
  if (!(await isNewer(key, capture))) await browser.storage.local.remove(key);
}

async function refuse(db: Database, key: string): Promise<void> {
  await browser.storage.local.remove(key);
  await countRefused(db);
}

function parseTail(key: string, value: unknown): Capture {
  const { name, argument } = parseEnvelope(value);
  if (name !== 'captureVisit') throw new InputError(`outbox: expected captureVisit, got ${name}`);
  const capture = parseArgument(name, argument);
  if (key !== OUTBOX_PREFIX + capture.visitId) throw new InputError('outbox: expected the key of the visit');
  return capture;
}

/** Has the page written a newer tail while this one was stored? Its own event brings us back for it. */
async function isNewer(key: string, swept: Capture): Promise<boolean> {
  try {
    const capture = parseTail(key, (await browser.storage.local.get(key))[key]);
    return capture.revision > swept.revision;
  } catch {
    return false;
  }
}
