import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

export type Request = IncomingMessage | Http2ServerRequest;
export type Response = ServerResponse | Http2ServerResponse;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  txt: 'text/plain',
};

/**
 * Serves anything: type and content follow from the extension of the path, everything else from the query.
 *
 * delay: milliseconds before the answer. bytes: its size. block: how long a script works. cache: max-age in seconds.
 * etag: must be revalidated, and then has not changed. gzip, cors, tao, nosniff: headers. redirect: where to instead.
 * status. hang: half of the body never comes.
 */
export async function respond(url: URL, request: Request, response: Response, text?: string): Promise<void> {
  const options = url.searchParams;
  await sleep(Number(options.get('delay') ?? 0));
  const extension = /\.([a-z0-9]+)$/.exec(url.pathname)?.[1] ?? 'html';
  response.setHeader('content-type', TYPES[extension] ?? 'application/octet-stream');
  const isSame = options.has('etag') && request.headers['if-none-match'] === '"1"';
  writeHeaders(options, response);
  const redirect = options.get('redirect');
  if (redirect) {
    response.statusCode = 302;
    response.setHeader('location', redirect);
    response.end();
    return;
  }
  response.statusCode = isSame ? 304 : Number(options.get('status') ?? 200);
  if (isSame || response.statusCode === 204) {
    response.end();
    return;
  }
  const plain = Buffer.from(text ?? createContent(extension, options));
  const body = options.has('gzip') ? gzipSync(plain) : plain;
  if (options.has('gzip')) response.setHeader('content-encoding', 'gzip');
  response.setHeader('content-length', body.length);
  (response as ServerResponse).end(body);
}

function writeHeaders(options: URLSearchParams, response: Response): void {
  const seconds = options.get('cache');
  response.setHeader(
    'cache-control',
    seconds ? `max-age=${seconds}` : options.has('etag') ? 'no-cache' : 'no-store',
  );
  if (options.has('etag')) response.setHeader('etag', '"1"');
  if (options.has('cors')) response.setHeader('access-control-allow-origin', '*');
  if (options.has('tao')) response.setHeader('timing-allow-origin', '*');
  if (options.has('timing')) response.setHeader('server-timing', 'db;dur=12.5, cache;desc="hit"');
}

function createContent(extension: string, options: URLSearchParams): string {
  const bytes = Number(options.get('bytes') ?? 2_000);
  const block = Number(options.get('block') ?? 0);
  if (extension === 'js') return pad(block ? busy(block) : 'void 0;', bytes, '/*', '*/');
  if (extension === 'css') return pad('body{color:#222}', bytes, '/*', '*/');
  if (extension === 'svg') return pad(createImage(options), bytes, '<!--', '-->');
  if (extension === 'html') return pad('<!doctype html><title>Frame</title><p>Frame', bytes, '<!--', '-->');
  if (extension === 'json') return JSON.stringify('x'.repeat(Math.max(0, bytes - 2)));
  return 'x'.repeat(bytes);
}

function createImage(options: URLSearchParams): string {
  const width = options.get('width') ?? '600';
  const height = options.get('height') ?? '400';
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect ${size} fill="#48a"/></svg>`;
}

/** A statement that keeps the main thread for some milliseconds. */
export function busy(milliseconds: number): string {
  return `for(const end=performance.now()+${milliseconds};performance.now()<end;);`;
}

function pad(content: string, bytes: number, open: string, close: string): string {
  const missing = bytes - content.length - open.length - close.length;
  return missing < 0 ? content : content + open + '.'.repeat(missing) + close;
}
