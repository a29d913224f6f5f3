import browser from 'webextension-polyfill';
import type { FailingStorage, StorageState } from '../src/domain/storage-state.ts';
import type { EpochMs } from '../src/domain/units.ts';
import { broadcastChange } from '../src/protocol/channel.ts';
import { readBirth, readLoss, registerBirth } from '../src/store/birth.ts';
import { openMonitorDatabase } from '../src/store/database.ts';
import { classifyStorageError } from '../src/store/storage-error.ts';
import { armRetry, disarmRetry } from './alarms.ts';

/** Key in storage.session, which is memory of the browser's: it outlives the worker and needs no disk. */
const FAILURE = 'storage-failure';

/** Key in storage.local of the id that the database had when it was seen last. */
const BIRTH_MARK = 'database';

type Failure = Pick<FailingStorage, 'problem' | 'reason' | 'since' | 'dropped'>;

/**
 * Notes that the disk did not take something and sees to it that it is tried again; errors that are not of the disk
 * are not its business. `dropped` loads could not be held in memory either.
 */
export async function noteFailure(error: unknown, dropped = 0): Promise<void> {
  const problem = classifyStorageError(error);
  if (!problem) return;
  await armRetry('storage');
  const reason = error instanceof Error ? error.message || error.name : String(error);
  await navigator.locks.request('storage-failure', async () => {
    const before = await readFailure();
    const failure: Failure = {
      problem,
      reason,
      since: before?.since ?? Date.now(),
      dropped: (before?.dropped ?? 0) + dropped,
    };
    await browser.storage.session.set({ [FAILURE]: failure });
    if (before?.problem !== problem) broadcastChange([]);
  });
}

export async function readFailure(): Promise<Failure | undefined> {
  return (await browser.storage.session.get(FAILURE))[FAILURE] as Failure | undefined;
}

export async function forgetFailure(): Promise<void> {
  await browser.storage.session.remove(FAILURE);
  await disarmRetry('storage');
  broadcastChange([]);
}

/** What is known of the storage, after an attempt to open it. `held` is the number of loads in memory. */
export async function readStorageState(held: number): Promise<StorageState> {
  const lostAt = await readLossIfOpen();
  const failure = await readFailure();
  const loss = lostAt === undefined ? {} : { lostAt };
  return failure ? { status: 'failing', ...failure, held, ...loss } : { status: 'sound', ...loss };
}

/** Compares the database with the one seen last; that it is another one is noted in it and announced. */
export function noticeLoss(): Promise<void> {
  return navigator.locks.request('birth', async () => {
    const db = await openMonitorDatabase();
    const known = (await browser.storage.local.get(BIRTH_MARK))[BIRTH_MARK];
    const birth = await readBirth(db);
    if (birth !== undefined && birth === known) return;
    const isLost = known !== undefined;
    const registered = await registerBirth(db, isLost ? Date.now() : undefined);
    await browser.storage.local.set({ [BIRTH_MARK]: registered });
    if (isLost) broadcastChange([]);
  });
}

/** Does `empty`, which takes the id of the database away with all else, without taking that for a loss. */
export function emptyOnPurpose(empty: () => Promise<void>): Promise<void> {
  return navigator.locks.request('birth', async () => {
    await browser.storage.local.remove(BIRTH_MARK);
    await empty();
  });
}

async function readLossIfOpen(): Promise<EpochMs | undefined> {
  try {
    return await readLoss(await openMonitorDatabase());
  } catch (error) {
    await noteFailure(error);
    return undefined;
  }
}
