import { HERO_SCENE, ICON_SCENE } from '../catalogue.ts';
import { type Fault, scale } from '../fault.ts';
import { MAIN_STYLE } from '../styles/main-style.ts';
import { changeAsset, changeShop, type Site, withAsset } from '../site.ts';

/** What depends on the stylesheet for its discovery shows it only when the stylesheet takes its time. */
const withSlowStylesheet = (site: Site): Site => changeAsset(site, '/css/main.css', { delay: 300 });

const HERO_RULE = '.hero-background { background-image: url(/img/hero.png); }';

export const IMAGE_FAULTS: readonly Fault[] = [
  {
    id: 'heavy-hero',
    title: 'The hero image was replaced by one of 900 kB',
    page: '/',
    view: 'first',
    change(site, strength) {
      const path = '/img/hero-v2.png';
      const bytes = scale(110_000, 900_000, strength);
      const served = withAsset(site, path, { kind: 'image', scene: HERO_SCENE, bytes, delay: 30 });
      return changeShop(served, { hero: { ...site.shop.hero, path } });
    },
    truth: {
      causes: [{ where: /\/img\/hero(-v2)?\.png$/, kinds: ['lcp-element', 'resized-resource'] }],
      metrics: ['largestContentfulPaint'],
    },
  },
  {
    id: 'heavy-hero-same-url',
    title: 'The hero image has grown to 900 kB under its old name',
    page: '/',
    view: 'first',
    change: (site, strength) =>
      changeAsset(site, '/img/hero.png', { bytes: scale(110_000, 900_000, strength) }),
    truth: {
      causes: [{ where: /\/img\/hero\.png$/, kinds: ['resized-resource'] }],
      metrics: ['largestContentfulPaint'],
    },
  },
  {
    id: 'lazy-hero',
    title: 'The hero image loads lazily',
    page: '/',
    view: 'first',
    base: withSlowStylesheet,
    change: (site) => changeShop(site, { hero: { ...site.shop.hero, loading: 'lazy' } }),
    truth: {
      causes: [{ where: /\/img\/hero\.png$/, kinds: ['late-discovery'] }],
      metrics: ['largestContentfulPaint'],
    },
  },
  {
    id: 'hero-via-css',
    title: 'The hero image has become a CSS background',
    page: '/',
    view: 'first',
    base: withSlowStylesheet,
    change(site) {
      const styled = changeAsset(site, '/css/main.css', { code: MAIN_STYLE + HERO_RULE });
      return changeShop(styled, { hero: { ...site.shop.hero, via: 'background' } });
    },
    truth: {
      causes: [{ where: /\/img\/hero\.png$/, kinds: ['late-discovery'] }],
      metrics: ['largestContentfulPaint'],
    },
  },
  {
    id: 'missing-preload',
    title: 'The hero image of the catalogue is no longer preloaded',
    page: '/spa',
    view: 'first',
    change: (site) => ({ ...site, spa: { ...site.spa, preloadHero: false } }),
    truth: {
      causes: [{ where: /\/img\/hero\.png$/, kinds: ['late-discovery'] }],
      metrics: ['largestContentfulPaint'],
    },
  },
  {
    id: 'many-small',
    title: 'Sixty small images stand above the hero',
    page: '/',
    view: 'first',
    change(site, strength) {
      const icons = scale(0, 60, strength);
      const icon = { kind: 'image', scene: ICON_SCENE, bytes: 4_000, delay: 20 } as const;
      const paths = Array.from({ length: icons }, (_, i) => [`/img/icons/fair-${i + 1}.png`, icon] as const);
      return changeShop({ ...site, assets: { ...site.assets, ...Object.fromEntries(paths) } }, { icons });
    },
    truth: {
      causes: [{ where: /\/img\/icons\//, kinds: ['added-resource'] }],
      metrics: ['load'],
    },
  },
];
