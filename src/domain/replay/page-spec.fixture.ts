/** A page as its author made it, for a simulation that shares nothing with the replay. Times in ms, sizes in bytes. */
export interface PageSpec {
  readonly server: number;
  readonly redirect: number;
  readonly size: number;
  readonly elements: number;
  /** Main-thread time of a head's inline script, and of parsing and of layout beyond what the elements take. */
  readonly inline: number;
  readonly parse: number;
  readonly layout: number;
  /** Bytes per ms of the line all downloads share, and its round trip. */
  readonly bandwidth: number;
  readonly latency: number;
  /** Factor of all main-thread work. */
  readonly processor: number;
  readonly resources: readonly ResourceSpec[];
  readonly largest: LargestPaint;
  readonly interaction?: Interaction;
  readonly shifts: readonly { readonly after: string; readonly value: number; readonly target: string }[];
}

export interface LargestPaint {
  readonly target: string;
  /** Resources that must have ended (or run, for scripts) before it is painted. */
  readonly waitsFor: readonly string[];
  /** The one of them that the browser reports as its resource. */
  readonly url?: string;
}

export interface Interaction {
  readonly target: string;
  readonly inputDelay: number;
  readonly processingDuration: number;
  readonly presentationDelay: number;
  /** The script most of it runs in. */
  readonly script?: string;
}

export interface ResourceSpec {
  /** A path of the page's origin, or a URL of another. */
  readonly path: string;
  readonly size: number;
  readonly decoded?: number;
  readonly server?: number;
  /** Discovered when this one has ended or run; by the parser when absent. */
  readonly after?: string;
  readonly mode?: 'blocking' | 'deferred' | 'async';
  /** Main-thread time of a script when it arrives, and of a callback it queues behind that. */
  readonly execute?: number;
  readonly later?: number;
  readonly cached?: boolean;
  /** Lookup and handshakes before its request. */
  readonly connect?: number;
  /** Bytes per ms its server sends at most. */
  readonly rate?: number;
  /** The parser only asks for it when it has reached the end of the page. */
  readonly lazy?: boolean;
}

const SCRIPT = { mode: 'deferred', decoded: 0 } as const;

/** A server-rendered shop page whose largest paint is an image. */
export const SHOP: PageSpec = {
  server: 60,
  redirect: 0,
  size: 18_000,
  elements: 900,
  inline: 0,
  parse: 0,
  layout: 0,
  bandwidth: 1_250,
  latency: 40,
  processor: 1,
  resources: [
    { path: '/css/main.css', size: 24_000, decoded: 120_000, mode: 'blocking' },
    { path: '/css/theme.css', size: 9_000, decoded: 40_000, mode: 'blocking' },
    { path: '/img/hero.png', size: 150_000 },
    { path: '/js/vendor.4f3a2b1c.js', size: 90_000, ...SCRIPT, decoded: 300_000, execute: 20 },
    { path: '/js/app.js', size: 30_000, ...SCRIPT, decoded: 100_000, execute: 40 },
    { path: '/api/cart', size: 2_000, decoded: 8_000, server: 80, after: '/js/app.js' },
    ...[1, 2, 3, 4, 5, 6].map((i) => ({ path: `/img/product-${i}.jpg`, size: 18_000 + 900 * i })),
  ],
  largest: { target: '#hero', waitsFor: ['/img/hero.png'], url: '/img/hero.png' },
  shifts: [],
};

/** An article whose largest paint is text in a web font, swapped in late. */
export const ARTICLE: PageSpec = {
  ...SHOP,
  resources: [
    { path: '/css/main.css', size: 20_000, decoded: 90_000, mode: 'blocking' },
    { path: '/fonts/brand.woff2', size: 28_000, after: '/css/main.css' },
    { path: '/js/article.js', size: 20_000, ...SCRIPT, decoded: 60_000, execute: 15 },
    { path: '/img/photo.jpg', size: 60_000, lazy: true },
    { path: '/img/author.jpg', size: 8_000 },
  ],
  largest: { target: 'article>p', waitsFor: [] },
};

/** A client-rendered page: nothing large before its API has answered. */
export const APP: PageSpec = {
  ...SHOP,
  elements: 400,
  resources: [
    { path: '/css/app.css', size: 15_000, decoded: 60_000, mode: 'blocking' },
    { path: '/assets/index-BQ3xk_9Z.js', size: 110_000, ...SCRIPT, decoded: 380_000, execute: 70 },
    { path: '/api/products', size: 6_000, decoded: 30_000, server: 80, after: '/assets/index-BQ3xk_9Z.js' },
    { path: '/img/hero.png', size: 90_000, after: '/api/products' },
  ],
  largest: { target: '#app>img', waitsFor: ['/img/hero.png'], url: '/img/hero.png' },
};

/** A copy with one resource changed. */
export function changeResource(page: PageSpec, path: string, change: Partial<ResourceSpec>): PageSpec {
  return { ...page, resources: page.resources.map((r) => (r.path === path ? { ...r, ...change } : r)) };
}

/** A copy with resources added in front, as a tag pasted into the head is. */
export function addResources(page: PageSpec, ...added: ResourceSpec[]): PageSpec {
  return { ...page, resources: [...added, ...page.resources] };
}

export function removeResource(page: PageSpec, path: string): PageSpec {
  return { ...page, resources: page.resources.filter((r) => r.path !== path) };
}
