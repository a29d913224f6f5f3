import type { Capture } from '../src/domain/capture.ts';
import { OUTBOX_PREFIX } from '../src/protocol/messages.ts';
import { wrapCapture } from './send-capture.ts';

/**
 * Leaves the last words of a visit where they survive it: a write begun in pagehide reaches the browser even when the
 * worker sleeps, and wakes it. A later tail of the same visit replaces the earlier one. Errors have no one to go to.
 */
export async function writeTail(capture: Capture): Promise<void> {
  try {
    await chrome.storage.local.set({ [OUTBOX_PREFIX + capture.visitId]: wrapCapture(capture) });
  } catch {}
}
