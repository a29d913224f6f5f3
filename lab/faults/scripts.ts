import type { ScriptAsset } from '../asset.ts';
import { type Fault, scale } from '../fault.ts';
import { CONFIG_SCRIPT, PROMO_SCRIPT, writeShopScript } from '../scripts/shop-script.ts';
import { changeAsset, changeShop, type Site, withAsset } from '../site.ts';

export const script = (bytes: number, delay: number, busy: number): ScriptAsset => ({
  kind: 'script',
  code: '',
  bytes,
  delay,
  busy,
});

const withBlockingVendor = (site: Site): Site =>
  changeShop(site, { vendor: { ...site.shop.vendor, mode: 'blocking' } });

/** A new build of the vendor bundle: another size, another hash in its name. */
function growVendor(site: Site, size: Pick<ScriptAsset, 'bytes' | 'busy'>): Site {
  const path = '/js/vendor.b81d07c4.js';
  const grown = withAsset(site, path, { ...script(0, 20, 0), ...size });
  return changeShop(grown, { vendor: { ...site.shop.vendor, path } });
}

/** A consent manager in the head, before everything else. */
export function addConsentScript(site: Site, strength: number): Site {
  return withAsset(
    site,
    '/js/consent.js',
    script(scale(0, 260_000, strength), scale(0, 60, strength), scale(0, 90, strength)),
  );
}

export const SCRIPT_FAULTS: readonly Fault[] = [
  {
    id: 'rb-script',
    title: 'A consent script blocks rendering',
    page: '/',
    view: 'first',
    change: (site, strength) =>
      changeShop(addConsentScript(site, strength), { blockingScripts: ['/js/consent.js'] }),
    truth: {
      causes: [{ where: /\/js\/consent\.js$/, kinds: ['added-resource'] }],
      metrics: ['firstContentfulPaint', 'largestContentfulPaint'],
    },
  },
  {
    id: 'bundle-growth',
    title: 'The blocking vendor bundle has grown to 1.2 MB',
    page: '/',
    view: 'first',
    base: withBlockingVendor,
    change: (site, strength) =>
      growVendor(site, { bytes: scale(400_000, 1_200_000, strength), busy: scale(20, 110, strength) }),
    truth: {
      causes: [{ where: /\/js\/vendor\./, kinds: ['resized-resource', 'script-execution'] }],
      metrics: ['firstContentfulPaint'],
    },
  },
  {
    id: 'bundle-growth-defer',
    title: 'The deferred vendor bundle has grown to 1.6 MB',
    page: '/',
    view: 'first',
    change: (site, strength) => growVendor(site, { bytes: scale(400_000, 1_600_000, strength), busy: 20 }),
    truth: {
      causes: [{ where: /\/js\/vendor\./, kinds: ['resized-resource'] }],
      metrics: ['domContentLoaded'],
    },
  },
  {
    id: 'defer-to-sync',
    title: 'The vendor script has lost its defer attribute',
    page: '/',
    view: 'first',
    change: withBlockingVendor,
    truth: {
      causes: [{ where: /\/js\/vendor\./, kinds: ['render-blocking'] }],
      metrics: ['firstContentfulPaint'],
    },
  },
  {
    id: 'long-task',
    title: 'The deferred app script computes for half a second',
    page: '/',
    view: 'first',
    change: (site, strength) => changeAsset(site, '/js/app.js', { busy: scale(40, 500, strength) }),
    truth: {
      causes: [{ where: /\/js\/app\.js$/, kinds: ['script-execution'] }],
      metrics: ['domContentLoaded', 'totalBlockingTime'],
    },
  },
  {
    id: 'inline-long',
    title: 'An inline script in the head computes for 250 ms',
    page: '/',
    view: 'first',
    change: (site, strength) => changeShop(site, { inlineWork: scale(0, 250, strength) }),
    truth: {
      causes: [{ where: 'document', kinds: ['inline-script'] }],
      metrics: ['firstContentfulPaint'],
    },
  },
  {
    id: 'sync-xhr',
    title: 'A script in the head asks for its flags synchronously',
    page: '/',
    view: 'first',
    change(site, strength) {
      const config = { ...script(4_000, 20, 0), code: CONFIG_SCRIPT };
      const flags = { kind: 'data', value: { newBasket: true }, delay: scale(0, 300, strength) } as const;
      const served = withAsset(withAsset(site, '/js/config.js', config), '/api/flags', flags);
      return changeShop(served, { blockingScripts: ['/js/config.js'] });
    },
    truth: {
      causes: [{ where: /\/js\/config\.js$|\/api\/flags$/, kinds: ['added-resource'] }],
      metrics: ['firstContentfulPaint'],
    },
  },
  {
    id: 'third-party',
    title: 'A third-party tag brings two scripts of its own',
    page: '/',
    view: 'first',
    change(site, strength) {
      const part = script(scale(0, 120_000, strength), 40, scale(0, 80, strength));
      const thirdPartyAssets = {
        '/tag.js': { ...script(scale(0, 400_000, strength), 40, scale(0, 140, strength)), code: TAG_SCRIPT },
        '/session.js': part,
        '/pixel.js': part,
      };
      return { ...changeShop(site, { thirdPartyTags: ['/tag.js'] }), thirdPartyAssets };
    },
    truth: {
      causes: [{ where: /\/(tag|session|pixel)\.js$/, kinds: ['added-resource'] }],
      metrics: ['load', 'totalBlockingTime'],
    },
  },
  {
    id: 'late-banner',
    title: 'A promotion is put above everything, late',
    page: '/',
    view: 'first',
    change(site, strength) {
      const promo = { ...script(12_000, scale(0, 250, strength), 0), code: PROMO_SCRIPT };
      const served = withAsset(site, '/js/promo.js', promo);
      return changeAsset(served, '/js/app.js', { code: writeShopScript({ extra: ['/js/promo.js'] }) });
    },
    truth: {
      causes: [{ where: /\/js\/promo\.js$/, kinds: ['layout-shift'] }],
      metrics: ['cumulativeLayoutShift'],
    },
  },
];

/** `document.currentScript` is known while a script runs, and says which origin it came from. */
const TAG_SCRIPT = `
for (const name of ['session.js', 'pixel.js']) {
  const script = document.createElement('script');
  script.src = new URL(name, document.currentScript.src).href;
  document.head.append(script);
}
`;
