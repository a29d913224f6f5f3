import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A web site that a test writes page by page, on two origins that are foreign to each other. */
export interface Site {
  /** On localhost, which the extension may always watch. */
  readonly origin: string;
  /** The same pages on 127.0.0.1. */
  readonly otherOrigin: string;
  /** Text is served as HTML that may be cached. Without a query, a path answers with any. */
  readonly serve: (path: string, answer: Answer) => void;
  /** Requests for a path so far. */
  readonly count: (path: string) => number;
  readonly stop: () => Promise<void>;
}

/** Room for the URLs that a hostile page may have. */
const LONGEST_REQUEST = 1024 * 1024;

export async function startSite(host = 'localhost'): Promise<Site> {
  const answers = new Map<string, Answer>();
  const counts = new Map<string, number>();
  const server = createServer({ maxHeaderSize: LONGEST_REQUEST }, (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    counts.set(path, (counts.get(path) ?? 0) + 1);
    reply(answers.get(path), request, response);
  });
  server.keepAliveTimeout = 60_000;
  const port = await listen(server, host);
  return {
    origin: `http://${host}:${port}`,
    otherOrigin: `http://127.0.0.1:${port}`,
    serve: (path, answer) => void answers.set(path, answer),
    count: (path) => counts.get(path) ?? 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The smallest page that paints something. */
export function writePage(body = '<h1>A page</h1>', head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fault</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

function reply(answer: Answer | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (typeof answer === 'function') return answer(request, response);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (answer === undefined) response.statusCode = 404;
  response.end(answer ?? 'nothing here');
}

async function listen(server: Server, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host === 'localhost' ? '127.0.0.1' : host, resolve);
  });
  return (server.address() as AddressInfo).port;
}
