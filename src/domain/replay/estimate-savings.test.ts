import { expect, test } from 'vitest';
import { createEstimator } from './estimate-savings.ts';
import type { MilestoneName } from './load.ts';
import { loadPage } from './page-snapshot.fixture.ts';
import {
  addResources,
  APP,
  ARTICLE,
  changeResource,
  type PageSpec,
  removeResource,
  type ResourceSpec,
  SHOP,
} from './page-spec.fixture.ts';
import { prepareLoad } from './prepare-load.ts';
import type { WhatIf } from './what-if.ts';

type Action = (nodes: number[]) => WhatIf;

const remove: Action = (nodes) => ({ action: 'remove', nodes });
const CONSENT: ResourceSpec = { path: '/js/consent.js', size: 80_000, execute: 90, mode: 'blocking' };
const SLOW_STYLES = changeResource(SHOP, '/css/main.css', { server: 400 });
const ICONS = Array.from({ length: 60 }, (_, i) => ({ path: `/icons/i${i}.png`, size: 4_000 }));

/** What the main style imports is asked for when six pictures hold the connections. */
const IMPORTING = addResources(
  ARTICLE,
  { path: '/css/extra.css', size: 4_000, after: '/css/main.css' },
  ...Array.from({ length: 6 }, (_, i) => ({ path: `/img/large-${i}.png`, size: 60_000 })),
);

/** A page, what somebody considers doing about it, and the page after it was done. */
const CASES: [string, PageSpec, PageSpec, RegExp, Action, MilestoneName][] = [
  ['remove', addResources(SHOP, CONSENT), SHOP, /consent/, remove, 'firstContentfulPaint'],
  ['remove many', addResources(ARTICLE, ...ICONS), ARTICLE, /icons/, remove, 'load'],
  [
    'defer',
    changeResource(SHOP, '/js/vendor.4f3a2b1c.js', { mode: 'blocking' }),
    SHOP,
    /vendor/,
    (nodes) => ({ action: 'defer', nodes }),
    'firstContentfulPaint',
  ],
  [
    'async',
    changeResource(SHOP, '/js/vendor.4f3a2b1c.js', { mode: 'blocking' }),
    changeResource(SHOP, '/js/vendor.4f3a2b1c.js', { mode: 'async' }),
    /vendor/,
    (nodes) => ({ action: 'async', nodes }),
    'firstContentfulPaint',
  ],
  [
    'inline',
    changeResource(SHOP, '/css/main.css', { server: 400 }),
    changeResource(SHOP, '/css/main.css', { server: 0, size: 200 }),
    /main\.css/,
    (nodes) => ({ action: 'inline', nodes }),
    'firstContentfulPaint',
  ],
  [
    'less work',
    changeResource(SHOP, '/js/app.js', { execute: 400 }),
    changeResource(SHOP, '/js/app.js', { execute: 100 }),
    /app\.js/,
    (nodes) => ({ action: 'less-work', nodes, ratio: 0.25 }),
    'domContentLoaded',
  ],
  [
    'preload',
    changeResource(SLOW_STYLES, '/img/hero.png', { after: '/css/main.css' }),
    SLOW_STYLES,
    /hero/,
    (nodes) => ({ action: 'preload', nodes }),
    'largestContentfulPaint',
  ],
  [
    'remove what had to wait for a connection',
    changeResource(IMPORTING, '/css/extra.css', { mode: 'blocking' }),
    removeResource(IMPORTING, '/css/extra.css'),
    /extra/,
    remove,
    'firstContentfulPaint',
  ],
  [
    'shrink',
    changeResource(SHOP, '/img/hero.png', { size: 600_000 }),
    SHOP,
    /hero/,
    (nodes) => ({ action: 'shrink', nodes, ratio: 150_300 / 600_300 }),
    'load',
  ],
  [
    'faster server',
    changeResource(APP, '/api/products', { server: 480 }),
    APP,
    /api/,
    (nodes) => ({ action: 'faster-server', nodes, ratio: 120 / 520 }),
    'largestContentfulPaint',
  ],
  [
    'no redirect',
    { ...ARTICLE, redirect: 180 },
    ARTICLE,
    /nothing/,
    () => ({ action: 'no-redirect' }),
    'load',
  ],
  [
    'no inline script',
    { ...SHOP, inline: 250 },
    SHOP,
    /nothing/,
    (nodes) => ({ action: 'remove', nodes, inlineScripts: 250 }),
    'firstContentfulPaint',
  ],
];

test.each(CASES)('%s: one load says what it would save', (_name, page, fixed, pattern, action, milestone) => {
  const load = prepareLoad(loadPage(page));
  const nodes = load.nodes.flatMap(({ url }, index) => (pattern.test(url) ? [index] : []));
  const saved = (loadPage(page).metrics[milestone] ?? 0) - (loadPage(fixed).metrics[milestone] ?? 0);
  const { low = 0, high = 0 } = createEstimator(load)(action(nodes)).get(milestone) ?? {};
  expect(Math.abs((low + high) / 2 - saved)).toBeLessThan(0.12 * saved + 20);
  expect(low).toBeLessThanOrEqual(high);
});

test('a preload brings an image early, but not the element that waits for its data', () => {
  const data = { server: 300 };
  const hero = { path: '/img/hero.png', size: 200_000 };
  const page = changeResource(changeResource(APP, hero.path, hero), '/api/products', data);
  const fixed: PageSpec = {
    ...addResources(removeResource(page, hero.path), hero),
    largest: { ...APP.largest, waitsFor: [hero.path, '/api/products'] },
  };
  const load = prepareLoad(loadPage(page));
  const nodes = load.nodes.flatMap(({ url }, index) => (url.endsWith(hero.path) ? [index] : []));
  const [before = 0, after = 0] = [page, fixed].map((spec) => loadPage(spec).metrics.largestContentfulPaint);
  const saved = createEstimator(load)({ action: 'preload', nodes }).get('largestContentfulPaint');
  expect(Math.abs((saved?.likely ?? 0) - (before - after))).toBeLessThan(10);
});

test('an action on nothing saves nothing', () => {
  for (const { low, high } of createEstimator(prepareLoad(loadPage(SHOP)))(remove([])).values())
    expect([low, high]).toEqual([0, 0]);
});
