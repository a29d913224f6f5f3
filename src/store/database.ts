import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { phrase } from '../domain/words/phrase.ts';
import { MIGRATIONS } from './migrations.ts';
import { DATABASE_NAME, type MonitorDatabase } from './schema.ts';
import { StorageError } from './storage-error.ts';

export interface OpenOptions {
  /** Another page of the extension holds an older version open; opening goes on when it lets go. */
  readonly onBlocked?: () => void;
  /** Pauses before the second, third and fourth attempt, in milliseconds. */
  readonly backoff?: readonly number[];
  /** How long one attempt may take, in milliseconds. */
  readonly patience?: number;
}

/** A browser busy with its disk opens the database within a second or two; longer pauses would only hide a real fault. */
const BACKOFF = [100, 400, 1600];

/**
 * A database opens in milliseconds. It waits without an event or an end while another context deletes or upgrades it
 * and a third one does not let go; by then a sender should hear that its capture is not on disk.
 */
const PATIENCE = 5_000;

/**
 * The connection of this context: opened at the first call, shared by all later ones, opened anew after the browser
 * has closed it, after another context wanted to upgrade, and after a failure. Not a cache of data.
 */
let connection: Promise<IDBPDatabase<MonitorDatabase>> | undefined;

/**
 * Opens the database and brings it up to date. Errors that pass ("internal error opening backing store" is a known
 * one) are tried again with growing pauses. Rejects with a StorageError when all attempts failed, and at once when the
 * data were written by a newer version of the extension or the browser does not answer. Nothing is ever deleted to
 * make an attempt succeed.
 */
export function openMonitorDatabase(options: OpenOptions = {}): Promise<IDBPDatabase<MonitorDatabase>> {
  if (connection) return connection;
  const opening = openWithRetry(options);
  connection = opening;
  opening.catch(() => {
    if (connection === opening) forgetConnection();
  });
  return opening;
}

/** Lets go of the connection, as when the context ends. The next call opens another. */
export async function closeMonitorDatabase(): Promise<void> {
  const closing = connection;
  forgetConnection();
  (await closing?.catch(() => undefined))?.close();
}

/**
 * Deletes the database as a whole, also one that does not open or is of a newer version; the next call of
 * `openMonitorDatabase` makes another. Only at the wish of the user. Rejects with a StorageError when the browser does
 * not answer, because another context holds it.
 */
export async function deleteMonitorDatabase({ patience = PATIENCE }: OpenOptions = {}): Promise<void> {
  await closeMonitorDatabase();
  const deleted = deleteDB(DATABASE_NAME).then(() => true);
  if (await waitAtMost(deleted, patience)) return;
  deleted.catch(() => undefined);
  throw new StorageError('no-answer', phrase('storageNoAnswer'));
}

function forgetConnection(): void {
  connection = undefined;
}

async function openWithRetry(options: OpenOptions): Promise<IDBPDatabase<MonitorDatabase>> {
  const { backoff = BACKOFF } = options;
  for (let attempt = 0; ; attempt++) {
    try {
      return await openOnce(options);
    } catch (error) {
      if (error instanceof StorageError) throw error;
      if (isNewer(error)) throw newerDataError(error);
      const pause = backoff[attempt];
      if (pause === undefined) throw cannotOpenError(error);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function openOnce({ onBlocked, patience = PATIENCE }: OpenOptions): Promise<IDBPDatabase<MonitorDatabase>> {
  let isUpgrading = false;
  const opening = openDB<MonitorDatabase>(DATABASE_NAME, MIGRATIONS.length, {
    upgrade(db, oldVersion, _newVersion, upgrade) {
      isUpgrading = true;
      for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(db, upgrade);
    },
    blocked: () => onBlocked?.(),
    blocking(_current, _blocked, event) {
      forgetConnection();
      (event.target as IDBDatabase).close();
    },
    terminated: forgetConnection,
  });
  return withPatience(opening, patience, () => isUpgrading);
}

/**
 * An upgrade that has begun may take as long as it needs. A connection that comes too late is closed again: nobody
 * waits for it, and it would hold up the next upgrade.
 */
async function withPatience(
  opening: Promise<IDBPDatabase<MonitorDatabase>>,
  patience: number,
  isUpgrading: () => boolean,
): Promise<IDBPDatabase<MonitorDatabase>> {
  const db = await waitAtMost(opening, patience);
  if (db) return db;
  if (isUpgrading()) return opening;
  opening.then((late) => late.close()).catch(() => undefined);
  throw new StorageError('no-answer', phrase('storageNoAnswer'));
}

/** What the promise gives; undefined when it takes longer. */
async function waitAtMost<Result>(promise: Promise<Result>, patience: number): Promise<Result | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}

function isNewer(error: unknown): boolean {
  return error instanceof Error && error.name === 'VersionError';
}

function newerDataError(cause: unknown): StorageError {
  return new StorageError('newer', phrase('storageNewer'), { cause });
}

function cannotOpenError(cause: unknown): StorageError {
  return new StorageError('cannot-open', cause instanceof Error ? cause.message : String(cause), { cause });
}
