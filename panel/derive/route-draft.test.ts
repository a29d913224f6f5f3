import { describe, expect, it } from 'vitest';
import { MAX_ROUTE_TEMPLATES } from '../../src/domain/limits.ts';
import { deriveRouteDraft } from './route-draft.ts';

const ADDRESSES = ['red', 'blue', 'green', 'black', 'white', 'grey'].map(
  (colour) => `https://shop.test/products/${colour}-shoes`,
);

describe('deriveRouteDraft', () => {
  it('says which pages a template would make one of', () => {
    const draft = deriveRouteDraft(' /products/:slug ', [], [...ADDRESSES, 'https://shop.test/cart']);
    expect(draft).toMatchObject({ template: '/products/:slug', more: 1 });
    expect(draft.matches).toHaveLength(5);
    expect(draft.matches[0]).toBe('shop.test/products/red-shoes');
  });

  it.each([
    ['products/:slug', /expected a path/],
    ['/products?id=1', /expected a path/],
    ['/(a+)+', /without a regular expression/],
    ['https://shop.test', /expected a path/],
    ['/cart', /there already/],
  ])('refuses %s', (text, problem) => {
    const draft = deriveRouteDraft(text, ['/cart'], ADDRESSES);
    expect(draft.problem).toMatch(problem);
    expect(draft.template).toBeUndefined();
  });

  it('is silent while nothing is typed', () => {
    expect(deriveRouteDraft('  ', [], ADDRESSES)).toEqual({ matches: [], more: 0 });
  });

  it('stops at the bound', () => {
    const known = Array.from({ length: MAX_ROUTE_TEMPLATES }, (_, n) => `/${n}`);
    expect(deriveRouteDraft('/new', known, []).problem).toMatch(/50 templates/);
  });
});
