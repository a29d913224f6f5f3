import { describe, expect, test } from 'vitest';
import type { Resource } from '../snapshot.ts';
import { matchResources } from './match-resources.ts';
import { createResource } from './resource.fixture.ts';

function matchOne(before: string, after: string, sizes: [number, number] = [20_000, 22_000]) {
  return matchResources(
    [createResource(before, { encodedSize: sizes[0] })],
    [createResource(after, { encodedSize: sizes[1] })],
    { baseline: 'https://shop.test/', current: 'https://shop.test/' },
  ).matches[0];
}

describe('the same resource under another name', () => {
  test.each([
    ['unchanged', '/app.js', '/app.js', 'exact', 1],
    ['cache-buster', '/app.js?v=12', '/app.js?v=13', 'steady', 0.99],
    ['rebuilt', '/assets/app-BQ3xk_9Z.js', '/assets/app-Zx81_aQw.js', 'template', 0.93],
    ['version directory', '/v1.2.3/app.js', '/v1.3.0/app.js', 'template', 0.93],
    ['pinned package', '/npm/vue@3.4.1/vue.js', '/npm/vue@3.5.0/vue.js', 'template', 0.93],
    ['id in a path', '/api/carts/8123/items', '/api/carts/77/items', 'template', 0.93],
    [
      'uuid in a path',
      '/api/u/11111111-1111-4111-8111-111111111111',
      '/api/u/22222222-1111-4111-8111-111111111111',
      'template',
      0.93,
    ],
    ['opaque query value', '/api/list?token=9f8e7d6c5b4a', '/api/list?token=00aa11bb22cc', 'template', 0.93],
    ['shard', 'https://cdn1.shop.test/a.png', 'https://cdn4.shop.test/a.png', 'shape', 0.85],
    ['port', 'http://127.0.0.1:3000/tag.js', 'http://127.0.0.1:4001/tag.js', 'shape', 0.85],
    ['another API call', '/api/search/shoes', '/api/search/hats', 'prefix', 0.6],
    ['moved', '/static/js/shop/product-gallery.js', '/assets/js/shop/product-gallery.js', 'fuzzy', 0.5],
  ])('%s', (_case, before, after, level, confidence) => {
    const match = matchOne(before, after);
    expect(match?.level).toBe(level);
    expect(match?.confidence).toBeCloseTo(confidence, 1);
  });

  test.each([
    ['another file of the directory', '/js/cart.js', '/js/wishlist.js'],
    ['another type', '/logo.png', '/logo.js'],
    ['another question', '/search.js?q=shoes', '/other.js?q=shoes'],
  ])('not: %s', (_case, before, after) => {
    expect(matchOne(before, after)).toBeUndefined();
  });

  test('a stem that is nothing but a hash proves nothing when the sizes differ', () => {
    expect(matchOne('/c/3f2a1b9c.js', '/c/00aa11bb.js', [4_000, 90_000])).toBeUndefined();
    expect(matchOne('/c/3f2a1b9c.js', '/c/00aa11bb.js', [80_000, 90_000])?.level).toBe('template');
  });

  test('the document may be served from another origin', () => {
    const { matches } = matchResources(
      [createResource('http://localhost:3000/app.js')],
      [createResource('https://preview.shop.test/app.js')],
      { baseline: 'http://localhost:3000/', current: 'https://preview.shop.test/' },
    );
    expect(matches.map(({ level }) => level)).toEqual(['shape']);
  });
});

test('names that are nothing but hashes are paired by size and place', () => {
  const sizes = [210_000, 4_000, 55_000, 12_000];
  const name = (build: string, i: number) => `/_next/static/chunks/${build}${i}a${i}b${i}c.js`;
  const load = (build: string, factor: number) =>
    sizes.map((size, i) => createResource(name(build, i), { encodedSize: size * factor }));
  const { matches, added, removed } = matchResources(load('7f2e', 1), load('9a0b', 1.04));
  const pairs = matches.map(({ baseline, current }) => [sizeOf(baseline) * 1.04, sizeOf(current)]);
  expect(pairs).toHaveLength(4);
  for (const [expected, actual] of pairs) expect(actual).toBeCloseTo(expected!, 5);
  expect([...added, ...removed]).toEqual([]);
});

test('hashes without a digit, and files that came and went among them, are told apart by size', () => {
  const load = (names: [string, number][]) =>
    names.map(([name, encodedSize]) => createResource(`/_app/chunks/${name}.js`, { encodedSize }));
  const before = load([
    ['hJSYWwcl', 31_000],
    ['62ZZADVO', 1_800],
    ['waGgJ8l3', 15_200],
    ['LHOyIJUt', 6_300],
  ]);
  const after = load([
    ['D089nmIc', 30_200],
    ['X0VWoUOO', 15_900],
    ['_LqujuxK', 6_200],
    ['xRO4tv5d', 96_000],
  ]);
  const { matches, added, removed } = matchResources(before, after);
  const pairs = matches.map(({ baseline, current }) => [before.indexOf(baseline), after.indexOf(current)]);
  expect(pairs.toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
    [0, 0],
    [2, 1],
    [3, 2],
  ]);
  expect([added, removed]).toEqual([[after[3]], [before[1]]]);
});

test('of duplicates the surplus is added, the unlike one', () => {
  const call = (encodedSize: number) => createResource('/api/items', { encodedSize });
  const surplus = call(90_000);
  const { matches, added } = matchResources([call(2_000), call(2_100)], [call(2_000), surplus, call(2_100)]);
  expect(matches).toHaveLength(2);
  expect(added).toEqual([surplus]);
});

test('a page rebuilt: every chunk finds itself, the new one is added, the dropped one removed', () => {
  const build = (files: string[]) =>
    files.map((file, i) => createResource(`/assets/${file}.js`, { encodedSize: 5_000 + 3_000 * i }));
  const before = build([
    'index-BQ3xk_9Z',
    'vendor-a8Kf-2Lm',
    'legacy-banner-Zq1w2E3r',
    'product-list-Xc4v5B6n',
    'checkout-Po0i9U8y',
    'HomePage-Lk7j6H5g',
    'api-client-Mn4b3V2c',
  ]);
  const after = build([
    'index-Tg5b6N7h',
    'vendor-Yh7u8J9i',
    'product-list-Uj8i9K0o',
    'checkout-Ik9o0L1p',
    'HomePage-Ol0p1Q2a',
    'wishlist-Ws2x3E4d',
    'api-client-Ed3c4R5f',
  ]);
  const { matches, added, removed } = matchResources(before, after);
  const stem = ({ url }: Resource) => /assets\/([A-Za-z0-9]+(-[a-z]+)?)-/.exec(url)?.[1];
  expect(matches.every(({ baseline, current }) => stem(baseline) === stem(current))).toBe(true);
  expect(matches).toHaveLength(6);
  expect(added.map(stem)).toEqual(['wishlist']);
  expect(removed.map(stem)).toEqual(['legacy-banner']);
});

function sizeOf({ encodedSize }: Resource): number {
  return encodedSize ?? 0;
}
