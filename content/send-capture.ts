import type { Capture } from '../src/domain/capture.ts';
import { type Envelope, PROTOCOL_VERSION, type Reply } from '../src/protocol/messages.ts';

export function wrapCapture(capture: Capture): Envelope<'captureVisit'> {
  return { protocol: PROTOCOL_VERSION, request: 'captureVisit', argument: capture };
}

/**
 * Sends one capture; true once the worker has it on disk. A refusal and a rejection are both false: the worker may or
 * may not have it, and sending it again does no harm. Needs no timeout: a worker that dies at its work, or is killed
 * for taking five minutes, closes the channel, and that rejects.
 */
export async function sendCapture(capture: Capture): Promise<boolean> {
  try {
    const reply: Reply | undefined = await chrome.runtime.sendMessage(wrapCapture(capture));
    return reply?.ok === true;
  } catch {
    return false;
  }
}
