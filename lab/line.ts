import type { ServerResponse } from 'node:http';
import type { Line } from './site.ts';

/** A line hands out bytes in pieces of this size, in turn to all responses under way. */
const PIECE = 4096;

interface Flow {
  readonly response: ServerResponse;
  readonly body: Buffer;
  sent: number;
}

export interface LineSender {
  /** Sends the body over the line, in turn with what is already under way, and ends the response. */
  send(response: ServerResponse, body: Buffer): void;
  stop(): void;
}

/**
 * A line of limited width that all responses share, as they share the one line of a visitor: two downloads at once
 * take twice as long each. `readLine` is asked at every step, so a change shows at once; undefined is no limit.
 */
export function createLineSender(readLine: () => Line | undefined): LineSender {
  const flows: Flow[] = [];
  let timer: NodeJS.Timeout | undefined;
  /** Bytes that the time since `paidUntil` has earned; idle time earns nothing. */
  let credit = 0;
  let paidUntil = 0;

  const earn = (): void => {
    const now = performance.now();
    credit += (now - paidUntil) * (readLine()?.bytesPerMs ?? Number.POSITIVE_INFINITY);
    paidUntil = now;
  };

  const step = (): void => {
    timer = undefined;
    earn();
    for (let flow = flows[0]; flow; flow = flows[0]) {
      const piece = flow.body.subarray(flow.sent, flow.sent + PIECE);
      if (credit < piece.length) break;
      credit -= piece.length;
      flows.shift();
      if (advance(flow, piece)) flows.push(flow);
    }
    if (flows.length > 0) timer = setTimeout(step, 1);
  };

  return {
    send(response, body) {
      const line = readLine();
      if (!line) {
        response.end(body);
        return;
      }
      if (flows.length === 0) {
        credit = 0;
        paidUntil = performance.now();
      }
      flows.push({ response, body, sent: 0 });
      timer ??= setTimeout(step, 1);
    },
    stop() {
      clearTimeout(timer);
      flows.length = 0;
    },
  };
}

/** Writes a piece; false when the response is complete or its reader has gone. */
function advance(flow: Flow, piece: Buffer): boolean {
  if (flow.response.destroyed) return false;
  flow.sent += piece.length;
  if (flow.sent < flow.body.length) {
    flow.response.write(piece);
    return true;
  }
  flow.response.end(piece);
  return false;
}
