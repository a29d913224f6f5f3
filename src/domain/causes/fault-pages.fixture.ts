import {
  addResources,
  ARTICLE,
  changeResource,
  type PageSpec,
  type ResourceSpec,
  SHOP,
} from '../replay/page-spec.fixture.ts';

export const CONSENT: ResourceSpec = {
  path: '/js/consent.js',
  size: 80_000,
  server: 60,
  execute: 90,
  mode: 'blocking',
};

export const TAG = 'https://tags.example/tag.js';

export const HEAVY_HERO: Partial<ResourceSpec> = { size: 600_000 };

export const DEEP_IMPORTS: readonly ResourceSpec[] = [1, 2, 3, 4].map((i) => ({
  path: `/js/mod${i}.js`,
  size: 8_000,
  after: i === 1 ? '/js/vendor.4f3a2b1c.js' : `/js/mod${i - 1}.js`,
  execute: 5,
}));

export const CLICK = {
  target: '#buy',
  inputDelay: 8,
  processingDuration: 40,
  presentationDelay: 16,
  script: '/js/app.js',
};

export const SLOW_STYLES = changeResource(SHOP, '/css/main.css', { server: 400 });

export const BLOCKING_ARTICLE: PageSpec = {
  ...ARTICLE,
  largest: { target: 'article>p', waitsFor: ['/fonts/brand.woff2'] },
};

/** The parser reaches the photo's place only after a slow script. */
export const ARTICLE_WITH_PHOTO: PageSpec = {
  ...addResources(changeResource(ARTICLE, '/img/photo.jpg', { lazy: false }), {
    path: '/js/first.js',
    size: 20_000,
    server: 300,
    mode: 'blocking',
  }),
  largest: { target: 'article>img', waitsFor: ['/img/photo.jpg'], url: '/img/photo.jpg' },
};

export function swapHero(page: PageSpec): PageSpec {
  const swapped = { path: '/img/hero-v2.png', size: 700_000 };
  const resources = page.resources.map((r) => (r.path === '/img/hero.png' ? swapped : r));
  return { ...page, resources, largest: { ...page.largest, waitsFor: [swapped.path], url: swapped.path } };
}

function mapResources(page: PageSpec, change: (r: ResourceSpec) => Partial<ResourceSpec>): PageSpec {
  return { ...page, resources: page.resources.map((r) => ({ ...r, ...change(r) })) };
}

export const uncompressed = (page: PageSpec): PageSpec =>
  mapResources(page, ({ size, decoded }) => ({ size: decoded || size }));

export const cached = (page: PageSpec): PageSpec =>
  mapResources(page, ({ path }) => ({ cached: !path.includes('/api/') }));

export function busy(processor: number): PageSpec {
  const page = mapResources(SHOP, ({ path, execute }) =>
    path.endsWith('.js') ? { execute: execute ?? 0 } : {},
  );
  const more = [1, 2].map((i) => ({
    path: `/js/part${i}.js`,
    size: 20_000,
    mode: 'deferred' as const,
    execute: 60 + 20 * i,
  }));
  const heavy = mapResources({ ...page, resources: [...page.resources, ...more] }, ({ execute }) => ({
    ...(execute && { execute: execute + 60 }),
  }));
  return { ...heavy, processor };
}
