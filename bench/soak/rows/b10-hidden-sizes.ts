import { waitFor } from '../../../cli/wait-for.ts';
import type { Delivery } from '../../../src/domain/snapshot.ts';
import type { VisitRow } from '../../../src/store/schema.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, none } from '../row.ts';
import { type Site, writePage } from '../site.ts';

export const hiddenSizes = defineRow({
  id: 'B10',
  fault: 'sizes and times are zero because they are hidden, cached, or made elsewhere',
  short: {},
  long: {},
  measure: () => onGround(measure),
});

const BODY = 'x'.repeat(20_000);

async function measure(ground: Ground): Promise<Figure[]> {
  serveEverything(ground.site);
  const cold = await visit(ground, 1);
  const warm = await visit(ground, 2);
  await ground.page.goto(`${ground.site.origin}/register`);
  await ground.page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js');
    await navigator.serviceWorker.ready;
  });
  const served = await visit(ground, 3);
  return [
    ...expectDeliveries('first load', cold, { '/opaque.js': 'restricted', '/cached.js': 'network' }),
    ...expectDeliveries('first load', cold, { '/checked.js': 'network', '/early.js': 'network' }),
    ...expectDeliveries('second load', warm, { '/opaque.js': 'restricted', '/cached.js': 'cache' }),
    ...expectDeliveries('second load', warm, { '/checked.js': 'revalidated', '/early.js': 'cache' }),
    ...expectDeliveries('behind a service worker', served, { '/opaque.js': 'restricted' }),
    exactly('sizes that are hidden, counted as such', countHidden(cold), 1),
    exactly('bytes over the network of what a service worker made', sizeOf(served, '/made.js'), 0),
    exactly('cached and other loads compared with each other', isCompared(cold, warm), false),
    none(
      'improvements seen in what is hidden',
      Object.entries(warm.judgement.metrics)
        .filter(([, { verdict }]) => verdict === 'improved')
        .map(([name]) => name),
    ),
    none('half-written', await ground.ask('verifyStore', undefined)),
    none('errors', ground.complaints),
  ];
}

function countHidden({ snapshot }: VisitRow): number {
  return snapshot.totals.reduce((sum, { restricted }) => sum + restricted, 0);
}

function sizeOf({ snapshot }: VisitRow, path: string): number | string {
  return snapshot.resources.find(({ url }) => url.endsWith(path))?.transferSize ?? 'not seen';
}

function isCompared(a: VisitRow, b: VisitRow): boolean {
  return a.judgement.cohort === b.judgement.cohort && b.judgement.excluded.length === 0;
}

async function visit({ page, site, readVisits }: Ground, count: number): Promise<VisitRow> {
  await page.goto(`${site.origin}/page`);
  const find = async () => {
    const visits = (await readVisits()).filter((row) => row.page.endsWith('/page'));
    return visits.length >= count ? visits.at(-1) : undefined;
  };
  return waitFor(find, { what: 'the visit' });
}

function expectDeliveries(
  when: string,
  { snapshot }: VisitRow,
  expected: Record<string, Delivery>,
): Figure[] {
  return Object.entries(expected).map(([path, delivery]) => {
    const found = snapshot.resources.find(({ url }) => url.endsWith(path));
    return exactly(`${when}, ${path}`, found?.delivery ?? 'not seen', delivery);
  });
}

function serveEverything(site: Site): void {
  const script = (path: string, headers: Record<string, string> = {}) =>
    site.serve(path, (request, response) => {
      const isKnown = headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag'];
      response.writeHead(isKnown ? 304 : 200, { 'content-type': 'text/javascript', ...headers });
      response.end(isKnown ? undefined : `/* ${BODY} */`);
    });
  site.serve('/register', writePage());
  site.serve('/page', (_request, response) => {
    response.writeEarlyHints({ link: '</early.js>; rel=preload; as=script' });
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
    const sources = [`${site.otherOrigin}/opaque.js`, '/cached.js', '/checked.js', '/made.js', '/early.js'];
    const tags = sources.map((source) => `<script src="${source}"></script>`).join('');
    response.end(writePage(`<h1>Page</h1><img src="data:," width="0" height="0">${tags}`));
  });
  script('/opaque.js', { 'cache-control': 'no-store' });
  script('/cached.js', { 'cache-control': 'max-age=3600' });
  script('/checked.js', { 'cache-control': 'no-cache', etag: '"1"' });
  script('/early.js', { 'cache-control': 'max-age=3600' });
  script('/made.js', { 'cache-control': 'no-store' });
  site.serve('/worker.js', (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(`self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
      self.addEventListener('fetch', (event) => {
        if (!event.request.url.endsWith('/made.js')) return;
        event.respondWith(new Response('/* made */', { headers: { 'content-type': 'text/javascript' } }));
      });`);
  });
}
