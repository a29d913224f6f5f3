import type { Capture } from '../../src/domain/capture.ts';
import { type CaptureReply, type Envelope, PROTOCOL_VERSION } from '../../src/protocol/messages.ts';
import type { ContentWorld } from './content-world.ts';

export function wrapCapture(capture: Capture): Envelope<'captureVisit'> {
  return { protocol: PROTOCOL_VERSION, request: 'captureVisit', argument: capture };
}

/** Sends a capture again and again, as the content script does, only without its pauses. */
export function deliverUntilAcknowledged(
  world: ContentWorld,
  capture: Capture,
): Promise<CaptureReply['status']> {
  const message = JSON.stringify(wrapCapture(capture));
  return world.evaluate(`(async () => {
    for (;;) {
      const reply = await chrome.runtime.sendMessage(${message}).catch(() => undefined);
      if (reply?.ok) return reply.value.status;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })()`);
}
