import { type Fault, scale } from '../fault.ts';
import { writeSpaScript } from '../scripts/spa-script.ts';
import { changeAsset, type Site, withAsset } from '../site.ts';
import { script } from './scripts.ts';

const ROUTE_CHUNK = '/js/route-catalogue.js';

/** Imported one by the other, each known only when the one before it has arrived. */
const CHAIN = ['/modules/cart.js', '/modules/prices.js', '/modules/format.js', '/modules/locale.js'];

export function splitOffRoute(site: Site, strength: number): Site {
  const served = withAsset(site, ROUTE_CHUNK, script(scale(0, 350_000, strength), 20, 0));
  return changeAsset(served, '/js/spa.js', { code: writeSpaScript(ROUTE_CHUNK) });
}

function deepenImports(site: Site, strength: number): Site {
  const chain = CHAIN.slice(0, Math.max(1, scale(0, CHAIN.length, strength)));
  const importing = changeAsset(site, '/modules/main.js', { imports: chain.slice(0, 1) });
  return chain.reduce((served, path, i) => {
    const imports = chain.slice(i + 1, i + 2);
    return withAsset(served, path, { ...script(8_000, 20, 0), imports });
  }, importing);
}

export const MODULE_FAULTS: readonly Fault[] = [
  {
    id: 'route-chunk',
    title: 'Rendering waits for a chunk of 350 kB',
    page: '/spa',
    view: 'first',
    change: splitOffRoute,
    truth: {
      causes: [{ where: /\/js\/route-catalogue\.js$/, kinds: ['added-resource'] }],
      metrics: ['largestContentfulPaint'],
    },
  },
  {
    id: 'import-chain',
    title: 'Modules import each other five levels deep',
    page: '/modules',
    view: 'first',
    change: deepenImports,
    truth: {
      causes: [{ where: /\/modules\/(cart|prices|format|locale)\.js$/, kinds: ['added-resource'] }],
      metrics: ['firstContentfulPaint'],
    },
  },
];
