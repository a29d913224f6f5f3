import type { Asset, ImageAsset, ScriptAsset } from './asset.ts';
import { HERO_SCENE, PRODUCTS, STUDIO_SCENE } from './catalogue.ts';
import { writeShopScript } from './scripts/shop-script.ts';
import { writeModuleScript, writeSpaScript } from './scripts/spa-script.ts';
import { MAIN_STYLE } from './styles/main-style.ts';
import { THEME_STYLE } from './styles/theme-style.ts';

/** Ready for JSON: what the API tells of a product. */
const PRODUCT_DATA = PRODUCTS.map(({ scene: _scene, ...product }) => product);

const script = (code: string, rest: Omit<ScriptAsset, 'kind' | 'code'>): ScriptAsset => ({
  kind: 'script',
  code,
  ...rest,
});

const image = (scene: ImageAsset['scene'], bytes: number, delay: number): ImageAsset => ({
  kind: 'image',
  scene,
  bytes,
  delay,
});

/** Everything the site serves beside its pages while nothing is wrong. Sizes before compression. */
export const BASE_ASSETS: Readonly<Record<string, Asset>> = {
  '/css/main.css': { kind: 'stylesheet', code: MAIN_STYLE, bytes: 40_000, delay: 20 },
  '/css/theme.css': { kind: 'stylesheet', code: THEME_STYLE, bytes: 16_000, delay: 20 },
  '/js/vendor.3f9c2a1e.js': script('', { bytes: 400_000, delay: 20, busy: 20 }),
  '/js/app.js': script(writeShopScript(), { bytes: 60_000, delay: 20, busy: 40 }),
  '/js/article.js': script('', { bytes: 24_000, delay: 20, busy: 10 }),
  '/js/spa.js': script(writeSpaScript(), { bytes: 120_000, delay: 20, busy: 30 }),
  '/modules/main.js': script(writeModuleScript(PRODUCT_DATA), { bytes: 30_000, delay: 20, busy: 10 }),
  '/img/hero.png': image(HERO_SCENE, 110_000, 30),
  '/img/studio.png': image(STUDIO_SCENE, 60_000, 30),
  ...Object.fromEntries(
    PRODUCTS.map(({ id, scene }) => [`/img/product-${id}.png`, image(scene, 24_000, 20)]),
  ),
  '/fonts/brand.ttf': { kind: 'font', bytes: 30_000, delay: 30 },
  '/api/products': { kind: 'data', value: PRODUCT_DATA, delay: 80 },
  '/api/products/1': { kind: 'data', value: PRODUCT_DATA[0], delay: 60 },
};
