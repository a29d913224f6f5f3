import browser from 'webextension-polyfill';
import { buildSnapshot } from '../src/domain/build-snapshot.ts';
import { MAX_HELD_BYTES, MAX_HELD_VISITS } from '../src/domain/limits.ts';
import { measureSize } from '../src/domain/measure-size.ts';
import { InputError } from '../src/domain/parse-report.ts';
import { redactCapture } from '../src/domain/redact-capture.ts';
import type { Snapshot } from '../src/domain/snapshot.ts';
import type { EpochMs } from '../src/domain/units.ts';
import { type Arrival, enqueueCapture } from '../src/store/enqueue.ts';
import type { Database } from '../src/store/transact.ts';

const PREFIX = 'held:';

interface Held extends Omit<Arrival, 'now'> {
  readonly heldAt: EpochMs;
  readonly bytes: number;
}

/**
 * Keeps a capture in the browser's memory, redacted, while the disk does not take it. It was not acknowledged, so its
 * sender sends it again, and a newer revision holds all that an older one does: the newest one of a visit is kept.
 * Gives how many loads, oldest first, had to make room.
 */
export function holdCapture({ capture, now, ...arrival }: Arrival): Promise<number> {
  return withHeld(async (rows) => {
    const known = rows.find((row) => row.capture.visitId === capture.visitId);
    if (known && known.capture.revision >= capture.revision) return 0;
    const redacted = redactCapture(capture);
    const heldAt = known?.heldAt ?? now;
    const held: Held = { ...arrival, capture: redacted, heldAt, bytes: measureSize(redacted) };
    const others = rows.filter((row) => row !== known);
    const crowded = listOldest(others, held.bytes);
    await forget(crowded);
    await browser.storage.session.set({ [PREFIX + capture.visitId]: held });
    return crowded.length;
  });
}

/** Moves what is held to disk, oldest first. Rejects when the disk still does not take it; the rest stays held. */
export function moveHeld(db: Database): Promise<number> {
  return withHeld(async (rows) => {
    for (const row of rows) {
      try {
        await enqueueCapture(db, { ...row, now: Date.now() });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
      await forget([row]);
    }
    return rows.length;
  });
}

export function countHeld(): Promise<number> {
  return withHeld(async (rows) => rows.length);
}

/** Held loads as they would be stored, oldest first. */
export function readHeldVisits(): Promise<Snapshot[]> {
  return withHeld(async (rows) =>
    rows.map(({ capture, afterBrowserStart, busy }) =>
      buildSnapshot(capture, undefined, { afterBrowserStart, busy }),
    ),
  );
}

export function clearHeld(): Promise<void> {
  return withHeld(forget);
}

/** One at a time: to hold something is to read what is held, and then to write. */
function withHeld<Result>(work: (rows: readonly Held[]) => Promise<Result>): Promise<Result> {
  return navigator.locks.request('held', async () => {
    const all = Object.entries(await browser.storage.session.get(null));
    const rows = all.filter(([key]) => key.startsWith(PREFIX)).map(([, value]) => value as Held);
    return work(rows.sort((a, b) => a.heldAt - b.heldAt));
  });
}

/** The oldest rows, as many as must go before another one of so many bytes fits. */
function listOldest(rows: readonly Held[], room: number): Held[] {
  let bytes = rows.reduce((sum, row) => sum + row.bytes, room);
  let left = rows.length + 1;
  return rows.filter((row) => {
    if (left <= MAX_HELD_VISITS && bytes <= MAX_HELD_BYTES) return false;
    bytes -= row.bytes;
    left--;
    return true;
  });
}

async function forget(rows: readonly Held[]): Promise<void> {
  await browser.storage.session.remove(rows.map(({ capture }) => PREFIX + capture.visitId));
}
