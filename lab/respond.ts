import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Milliseconds } from '../src/domain/units.ts';
import type { LineSender } from './line.ts';
import type { Prepared } from './prepared-site.ts';
import type { Site } from './site.ts';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly site: Site;
  readonly line: LineSender;
  /** Aborted when the lab stops: nobody waits any longer. */
  readonly signal: AbortSignal;
}

const REDIRECT_COOKIE = 'redirected';

/** Answers after the delay of the route and the latency of the line, compressed where the site and the reader do. */
export async function sendPrepared(exchange: Exchange, prepared: Prepared): Promise<void> {
  const { request, response, site, line } = exchange;
  await waitFor(exchange, prepared.delay);
  const accepted = request.headers['accept-encoding']?.includes('gzip');
  const gzipped = site.compression && accepted ? prepared.gzipped : undefined;
  const body = gzipped ?? prepared.bytes;
  response.writeHead(200, {
    'Content-Type': prepared.contentType,
    'Content-Length': body.length,
    'Cache-Control': chooseCaching(site, prepared),
    ...(gzipped && { 'Content-Encoding': 'gzip' }),
  });
  response.flushHeaders();
  if (request.method === 'HEAD') response.end();
  else line.send(response, body);
}

/**
 * Sends a page's visitor to the page itself first, with a cookie that lets the second request through: so a reload is
 * redirected again. False when the request is to be answered.
 */
export async function sendRedirect(exchange: Exchange, path: string): Promise<boolean> {
  const { request, response, site } = exchange;
  if (site.redirectDelay === undefined) return false;
  if (request.headers.cookie?.includes(`${REDIRECT_COOKIE}=1`)) {
    response.setHeader('Set-Cookie', `${REDIRECT_COOKIE}=; Max-Age=0; Path=/`);
    return false;
  }
  await waitFor(exchange, site.redirectDelay);
  response.writeHead(302, {
    Location: path,
    'Set-Cookie': `${REDIRECT_COOKIE}=1; Path=/`,
    'Cache-Control': 'no-store',
  });
  response.end();
  return true;
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

/** Pages are asked for anew each time; assets are kept for a year where the site allows it. */
function chooseCaching({ cache }: Site, { isPage }: Prepared): string {
  if (cache === 'no-store') return 'no-store';
  return isPage ? 'no-cache' : 'public, max-age=31536000, immutable';
}

async function waitFor({ site, signal }: Exchange, delay: Milliseconds): Promise<void> {
  const all = delay + (site.line?.latency ?? 0);
  if (all > 0) await sleep(all, undefined, { signal });
}
