import type { Readable, Writable } from 'node:stream';

type Parameters = Record<string, unknown>;
// What the browser answers is as the DevTools protocol says; its types are not worth a dependency here.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;
type Listener = (parameters: Answer, sessionId: string | undefined) => void;

/** The DevTools protocol over a pipe: JSON messages that end with a zero byte. */
export interface Connection {
  readonly send: (method: string, parameters?: Parameters, sessionId?: string) => Promise<Answer>;
  /** Calls `listener` for every event of this name until stopped. */
  readonly listen: (method: string, listener: Listener) => { stop: () => void };
  /** Resolves when the browser has gone: no event comes any more. */
  readonly gone: Promise<void>;
}

interface Pending {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

export function connect(input: Writable, output: Readable): Connection {
  const pending = new Map<number, Pending>();
  const listeners = new Map<string, Set<Listener>>();
  let lastId = 0;
  let tellGone = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    tellGone = resolve;
  });

  function take({ id, error, result, method, params, sessionId }: Answer): void {
    if (id === undefined) {
      for (const listener of listeners.get(method) ?? []) listener(params, sessionId);
      return;
    }
    const waiting = pending.get(id);
    pending.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }

  function fail(): void {
    for (const { reject } of pending.values()) reject(new Error('the browser has gone'));
    pending.clear();
    tellGone();
  }

  readMessages(output, take);
  output.on('close', fail);
  input.on('error', fail);
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        pending.set(id, { resolve, reject });
        if (input.destroyed) fail();
        else input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
      }),
    listen(method, listener) {
      const known = listeners.get(method) ?? new Set();
      listeners.set(method, known.add(listener));
      return { stop: () => void known.delete(listener) };
    },
    gone,
  };
}

function readMessages(output: Readable, take: (message: Answer) => void): void {
  let parts: Buffer[] = [];
  output.on('error', () => undefined);
  output.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      take(JSON.parse(Buffer.concat([...parts, rest.subarray(0, end)]).toString()));
      parts = [];
      rest = rest.subarray(end + 1);
    }
    parts.push(rest);
  });
}
