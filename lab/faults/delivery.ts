import { type Fault, scale } from '../fault.ts';
import { changeAsset, type Site } from '../site.ts';

export const slowDownApi = (site: Site, strength: number): Site =>
  changeAsset(site, '/api/products', { delay: scale(80, 480, strength) });

/** Ten megabits become three: the time a byte takes grows in proportion to the strength. */
function narrowLine(site: Site, strength: number): Site {
  const slowdown = 1 + (10 / 3 - 1) * strength;
  const line = site.line ?? { bytesPerMs: 1250, latency: 0 };
  return { ...site, line: { ...line, bytesPerMs: line.bytesPerMs / slowdown } };
}

export const DELIVERY_FAULTS: readonly Fault[] = [
  {
    id: 'slow-api',
    title: 'The products API takes 400 ms longer',
    page: '/spa',
    view: 'first',
    change: slowDownApi,
    truth: {
      causes: [{ where: /\/api\/products$/, kinds: ['slow-server'] }],
      metrics: ['largestContentfulPaint'],
    },
  },
  {
    id: 'no-gzip',
    title: 'Text is no longer compressed',
    page: '/',
    view: 'first',
    change: (site) => ({ ...site, compression: false }),
    truth: {
      causes: [{ where: /\.(js|css)$/, kinds: ['compression-lost'] }],
      metrics: ['domContentLoaded'],
    },
  },
  {
    id: 'cache-off',
    title: 'Assets may no longer be cached',
    page: '/',
    view: 'repeat',
    base: (site) => ({ ...site, cache: 'long' }),
    change: (site) => ({ ...site, cache: 'no-store' }),
    truth: {
      causes: [{ where: /\.(js|css|png)$|\/api\//, kinds: ['cache-lost'] }],
      metrics: ['largestContentfulPaint', 'load'],
    },
  },
  {
    id: 'env-net',
    title: 'The line has 3 Mbit/s instead of 10',
    page: '/',
    view: 'first',
    change: narrowLine,
    truth: {
      causes: [{ where: 'environment', kinds: ['environment-network'] }],
      metrics: ['largestContentfulPaint', 'load'],
    },
  },
  {
    id: 'env-cpu',
    title: 'The processor runs at a quarter of its speed',
    page: '/',
    view: 'first',
    change: (site) => site,
    cpuSlowdown: 4,
    truth: {
      causes: [{ where: 'environment', kinds: ['environment-cpu'] }],
      metrics: ['largestContentfulPaint', 'load'],
    },
  },
  {
    id: 'aa',
    title: 'Nothing has changed',
    page: '/',
    view: 'first',
    change: (site) => site,
    truth: { causes: [], metrics: [] },
  },
];
