import { expect, it } from 'vitest';
import { previewPattern } from './budget-pages.ts';

const pages = ['/', '/shop/a', '/shop/b', '/shop/c', '/shop/d'].map((path) => ({
  key: `https://shop.test${path}`,
}));

it.each([
  ['*', 'Matches 5 stored pages'],
  ['/shop/*', 'Matches 4 of 5 stored pages: shop.test/shop/a, shop.test/shop/b, shop.test/shop/c and 1 more'],
  [' /shop/a ', 'Matches 1 of 5 stored pages: shop.test/shop/a'],
  ['https://other.test/*', 'Matches none of 5 stored pages'],
  ['https://[', undefined],
  ['/shop/(a+)+', undefined],
  ['', undefined],
])('%j: %s', (pattern, line) => {
  expect(previewPattern(pattern, pages)?.replaceAll('\u00a0', ' ')).toBe(line);
});

it('says nothing while nothing is stored', () => {
  expect(previewPattern('*', [])).toBeUndefined();
});
