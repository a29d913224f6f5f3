import type { Asset } from './asset.ts';
import { BASE_ASSETS } from './base-assets.ts';
import type { Milliseconds } from '../src/domain/units.ts';

/** The line between server and browser, shared by all responses of both origins. */
export interface Line {
  readonly bytesPerMs: number;
  /** Added to every response before its first byte. */
  readonly latency: Milliseconds;
}

/** Everything about the lab site that a fault may change. A site is a value: faults make new ones. */
export interface Site {
  /** Absent: as fast as the machine. */
  readonly line?: Line;
  readonly compression: boolean;
  /** no-store makes every load a cold one; long lets a repeat view take all assets from the cache. */
  readonly cache: 'no-store' | 'long';
  readonly documentDelay: Milliseconds;
  /** Pages answer with a redirect to themselves first, after this long. Absent: no redirect. */
  readonly redirectDelay?: Milliseconds;
  readonly assets: Readonly<Record<string, Asset>>;
  /** What the other origin serves. */
  readonly thirdPartyAssets: Readonly<Record<string, Asset>>;
  readonly shop: ShopOptions;
  readonly article: ArticleOptions;
  readonly spa: SpaOptions;
}

export interface ShopOptions {
  /** Scripts in the head that hold up the parser and the first paint. */
  readonly blockingScripts: readonly string[];
  readonly vendor: { readonly path: string; readonly mode: 'defer' | 'blocking' };
  /** A background has its image set by the stylesheet; its path here is then of no effect. */
  readonly hero: {
    readonly path: string;
    readonly via: 'element' | 'background';
    readonly loading: 'eager' | 'lazy';
  };
  /** Busy time of an inline script in the head. */
  readonly inlineWork: Milliseconds;
  /** Small images above the hero. */
  readonly icons: number;
  /** Rows of the table of stockists. */
  readonly stockists: number;
  /** Asynchronous tags from the other origin. */
  readonly thirdPartyTags: readonly string[];
  /** Documents of the other origin in frames below the products. */
  readonly frames: readonly string[];
  /** A service worker answers the next visits. */
  readonly worker: boolean;
  /** The page listens for `unload`, which keeps it out of the back/forward cache. */
  readonly unloadListener: boolean;
}

export interface ArticleOptions {
  readonly fontDisplay: 'swap' | 'block';
}

export interface SpaOptions {
  readonly blockingScripts: readonly string[];
  readonly preloadHero: boolean;
}

/** Ten megabits a second and 40 ms: a line that is usual, and slow enough for sizes to matter. */
const LINE: Line = { bytesPerMs: 1250, latency: 40 };

/** The site without a fault. */
export const BASE_SITE: Site = {
  line: LINE,
  compression: true,
  cache: 'no-store',
  documentDelay: 60,
  assets: BASE_ASSETS,
  thirdPartyAssets: {},
  shop: {
    blockingScripts: [],
    vendor: { path: '/js/vendor.3f9c2a1e.js', mode: 'defer' },
    hero: { path: '/img/hero.png', via: 'element', loading: 'eager' },
    inlineWork: 0,
    icons: 0,
    stockists: 150,
    thirdPartyTags: [],
    frames: [],
    worker: false,
    unloadListener: false,
  },
  article: { fontDisplay: 'swap' },
  spa: { blockingScripts: [], preloadHero: true },
};

/** The site with one asset replaced or added. */
export function withAsset(site: Site, path: string, asset: Asset): Site {
  return { ...site, assets: { ...site.assets, [path]: asset } };
}

/** The site with some properties of a known asset changed. Throws a RangeError when there is no such asset. */
export function changeAsset(site: Site, path: string, change: Partial<Asset>): Site {
  const asset = site.assets[path];
  if (!asset) throw new RangeError(`the lab has no asset ${path}`);
  return withAsset(site, path, { ...asset, ...change } as Asset);
}

export function changeShop(site: Site, change: Partial<ShopOptions>): Site {
  return { ...site, shop: { ...site.shop, ...change } };
}
