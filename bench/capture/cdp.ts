import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright';

/** A session of the DevTools protocol, typed as Playwright types its own. */
export type CdpSession = Pick<CDPSession, 'send' | 'on' | 'off'>;

export interface Cdp {
  /** The session of the browser itself; without an id there is no other. */
  session(id?: string): CdpSession;
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Speaks the DevTools protocol over the two pipes of `--remote-debugging-pipe`. Playwright is not used where a page
 * must be as its user has it: it keeps background tabs visible, and switches the back/forward cache and prerendering off.
 * A command that the browser refuses, or does not live to answer, rejects.
 */
export function connectCdp(toBrowser: Writable, fromBrowser: Readable): Cdp {
  const sessions = new Map<string, EventEmitter>();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  function findEmitter(id: string): EventEmitter {
    const known = sessions.get(id);
    if (known) return known;
    const emitter = new EventEmitter().setMaxListeners(50);
    sessions.set(id, emitter);
    return emitter;
  }

  function receive({ id, sessionId = '', method, params, result, error }: Message): void {
    if (method !== undefined) findEmitter(sessionId).emit(method, params);
    if (id === undefined) return;
    const request = waiting.get(id);
    waiting.delete(id);
    if (error) request?.reject(new Error(error.message));
    else request?.resolve(result);
  }

  function send(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    const id = ++lastId;
    toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      waiting.set(id, {
        resolve,
        reject: (error) => reject(new Error(`${method}: ${error.message}`)),
      });
    });
  }

  function close(): void {
    for (const { reject } of waiting.values()) reject(new Error('the browser has gone'));
    waiting.clear();
  }

  splitMessages(fromBrowser, receive);
  fromBrowser.on('close', close);
  toBrowser.on('error', close);
  return {
    session(id) {
      const emitter = findEmitter(id ?? '');
      return {
        send: (method: string, params?: unknown) => send(method, params, id),
        on: emitter.on.bind(emitter),
        off: emitter.off.bind(emitter),
      } as unknown as CdpSession;
    },
    close,
  };
}

/** Messages end with a zero byte and come in any pieces. */
function splitMessages(stream: Readable, receive: (message: Message) => void): void {
  let pieces: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      pieces.push(chunk.subarray(from, end));
      receive(JSON.parse(Buffer.concat(pieces).toString()) as Message);
      pieces = [];
      from = end + 1;
    }
    pieces.push(chunk.subarray(from));
  });
}
