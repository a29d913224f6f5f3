import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOracleScript } from './oracle-script.ts';
import { type Request, type Response, respond } from './respond.ts';
import type { Variant } from './variant.ts';

export interface PageServer {
  readonly origin: string;
  /** HTTP/2 over TLS with a certificate nobody has signed; undefined where there is no openssl to make one. */
  readonly tlsOrigin: string | undefined;
  stop(): Promise<void>;
}

/**
 * Serves every variant at `/<name>/`, everything below it by `respond`, and the same once more from another site as
 * `{third}` in a variant's text.
 */
export async function startPageServer(
  variants: readonly Variant[],
  { withOracle = true }: { readonly withOracle?: boolean } = {},
): Promise<PageServer> {
  const oracle = withOracle ? await readOracleScript() : '';
  const byPath = new Map(variants.map((variant) => [`/${variant.name}/`, variant]));
  let third = '';

  async function answer(request: Request, response: Response): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const variant = byPath.get(url.pathname);
    if (url.pathname === '/worker.js') {
      await respond(url, request, response, SERVICE_WORKER);
    } else if (url.pathname === '/prerenders/') {
      await respond(url, request, response, prerenderPage(url.searchParams.get('page') ?? ''));
    } else if (variant) {
      const served = new URL(`/page.html?${variant.serve ?? ''}`, url);
      if (url.searchParams.has('redirected')) served.searchParams.set('redirect', url.pathname);
      if (variant.open === 'tls') hint(response);
      await respond(served, request, response, createPage(variant, oracle).replaceAll('{third}', third));
    } else {
      await respond(url, request, response);
    }
  }

  const listener = (request: Request, response: Response): void => {
    answer(request, response).catch((error: unknown) => {
      console.error(`${request.method} ${request.url}: ${String(error)}`);
      (response as { destroy(): void }).destroy();
    });
  };
  const first = createServer(listener);
  const other = createServer(listener);
  const secure = createTls(listener);
  third = await listen(other, 'http://127.0.0.1');
  const origin = await listen(first, 'http://localhost');
  const tlsOrigin = secure && (await listen(secure, 'https://localhost'));
  return {
    origin,
    tlsOrigin,
    stop: async () => {
      first.closeAllConnections();
      other.closeAllConnections();
      for (const server of [first, other, secure]) if (server) await close(server);
    },
  };
}

function createPage({ name, head = '', body }: Variant, oracle: string): string {
  const icon = '<link rel="icon" href="data:,">';
  const start = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>${icon}`;
  return `${start}<script>${oracle}</script>${head}</head><body>${body}</body></html>`;
}

/** Hands the images of a page out of its cache, fetches what is named so, and leaves everything else alone. */
const SERVICE_WORKER = `
addEventListener('install', (event) => event.waitUntil(skipWaiting()));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (pathname.endsWith('made.svg')) {
    const image = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400"/></svg>';
    event.respondWith(new Response(image.padEnd(20000), { headers: { 'content-type': 'image/svg+xml' } }));
  } else if (pathname.endsWith('fetched.svg')) event.respondWith(fetch(event.request));
});`;

function prerenderPage(page: string): string {
  const rules = JSON.stringify({ prerender: [{ urls: [`/${page}/`], eagerness: 'immediate' }] });
  return `<!doctype html><title>Start</title><script type="speculationrules">${rules}</script>
    <h1>Start</h1><script>setTimeout(() => { location.href = '/${page}/'; }, 2500)</script>`;
}

/** Early Hints are honoured over HTTP/2 only. */
function hint(response: Response): void {
  (response as { writeEarlyHints(hints: Record<string, string>): void }).writeEarlyHints({
    link: '</hinted.css?delay=20>; rel=preload; as=style',
  });
}

function createTls(listener: (request: Request, response: Response) => void): Http2SecureServer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pbm-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const options = ['-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost'];
    execFileSync('openssl', ['req', '-x509', ...options, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, listener);
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function listen(server: Server | Http2SecureServer, host: string): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, new URL(host).hostname, resolve));
  return `${host}:${(server.address() as AddressInfo).port}`;
}

function close(server: Server | Http2SecureServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
