import type { Capture } from '../src/domain/capture.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import { createCaptureWriter, type Draft } from './capture-writer.ts';
import type { Host } from './host.ts';
import { writeTail } from './outbox.ts';
import { sendCapture } from './send-capture.ts';
import type { Visit } from './visit.ts';

/** Pauses before a resend: a worker that is starting answers the first, one that is being updated the last. */
const RESEND_AFTER: readonly Milliseconds[] = [500, 2_000, 8_000];

const UPDATE_INTERVAL: Milliseconds = 10_000;

/**
 * The older a visit, the less an update of it says: after an hour, one in six minutes is enough for a page that polls
 * every second. What was not sent by then goes with the tail.
 */
const UPDATE_SHARE_OF_AGE = 0.1;

/**
 * Decides when a visit is sent to the worker. Invariants:
 * - nothing is sent before the first `commit` but the tail, and nothing after `close`;
 * - one message at a time is waited for;
 * - what is sent again unchanged keeps its revision; when anything was added meanwhile, it is a new one.
 */
export interface Delivery {
  /** How many requests have been in a capture, acknowledged or not. */
  readonly sent: number;
  /** What is known is worth keeping: it is sent at once. */
  commit(): void;
  /** Something was added, or waits to be taken in: once committed, it goes with the next update. */
  change(): void;
  /** The page was hidden and may never be seen again: what the next update would bring is sent now. */
  flush(): void;
  /**
   * The visit is over: the last capture goes to the outbox. Also by message, which is faster if it arrives; but not
   * from a page on its way into the back/forward cache, whose frame the worker would no longer know for a tab's own.
   */
  leave(alsoSend: boolean): void;
  close(): void;
}

export function createDelivery(visit: Visit, host: Host): Delivery {
  const writer = createCaptureWriter(visit, host);
  let isCommitted = false;
  let isShipping = false;
  let shippedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The browser turns a message into text before it returns: that is work of ours too. */
  const send = (capture: Capture) => host.work(() => sendCapture(capture));

  /** Sends until it is acknowledged or given up; true when there is more to be sent at once. */
  async function shipOne(draft: Draft, attempt = 0): Promise<boolean> {
    if (await send(draft.capture)) return writer.acknowledge(draft);
    const pause = RESEND_AFTER[attempt];
    if (pause === undefined) return false;
    await new Promise((resolve) => setTimeout(resolve, pause));
    const next = draft.version === visit.version ? draft : writer.write();
    return isCommitted && next ? shipOne(next, attempt + 1) : false;
  }

  async function ship(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (isShipping) return;
    isShipping = true;
    shippedAt = performance.now();
    let draft: Draft | undefined;
    do draft = writer.write();
    while (draft && (await shipOne(draft)));
    isShipping = false;
    if (writer.hasNews()) change();
  }

  function change(): void {
    if (!isCommitted || timer !== undefined) return;
    const now = performance.now();
    const interval = Math.max(UPDATE_INTERVAL, (now - visit.from) * UPDATE_SHARE_OF_AGE);
    timer = setTimeout(() => host.work(update), shippedAt + interval - now);
  }

  function update(): void {
    timer = undefined;
    if (writer.hasNews()) void ship();
  }

  return {
    get sent() {
      return writer.sent;
    },
    commit() {
      isCommitted = true;
      void ship();
    },
    change,
    flush() {
      if (isCommitted && writer.hasNews()) void ship();
    },
    leave(alsoSend) {
      const tail = writer.writeTail();
      if (!tail) return;
      void writeTail(tail.capture);
      if (alsoSend) void send(tail.capture);
    },
    close() {
      isCommitted = false;
      clearTimeout(timer);
    },
  };
}
