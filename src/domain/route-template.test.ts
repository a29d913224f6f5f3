import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parsePage } from './page.ts';
import { parseRouteTemplates, routeTemplateSchema } from './route-template.ts';

describe('parsePage with templates of the user', () => {
  it.each([
    ['https://shop.test/products/red-shoes', ['/products/:slug'], '/products/:slug'],
    ['https://shop.test/products/red-shoes?size=9#top', ['/products/:slug'], '/products/:slug'],
    ['https://shop.test/products/red/reviews', ['/products/:slug'], '/products/red/reviews'],
    ['https://shop.test/docs/a/b/42', ['/docs/*'], '/docs/*'],
    ['https://shop.test/a/b', ['/a/*', '/a/:x'], '/a/*'],
    ['https://shop.test/a/b', ['/c/*', '/a/:x'], '/a/:x'],
    ['https://shop.test/a/b', ['https://shop.test/a/:x'], '/a/:x'],
    ['https://other.test/a/b', ['https://shop.test/a/:x'], '/a/b'],
    ['https://shop.test/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIi', ['/reset/:token'], '/reset/:token'],
    ['https://shop.test/users/42', ['/cart'], '/users/:n'],
  ])('%s by %j is %s', (url, templates, route) => {
    const { origin } = new URL(url);
    expect(parsePage(url, templates)).toEqual({ key: origin + route, origin, route });
  });
});

describe('routeTemplateSchema', () => {
  it.each(['/', '/a/:b', '/a/*', 'http://localhost:8080/a/:b', 'https://*.shop.test/a'])(
    'takes %s',
    (text) => {
      expect(v.safeParse(routeTemplateSchema, text).success).toBe(true);
    },
  );

  it.each([
    '',
    'a',
    '/a?b',
    '/a#b',
    '/a b',
    'ftp://a.test/b',
    'https://a.test',
    '/(a+)+b',
    '/{',
    7,
    `/${'a'.repeat(300)}`,
  ])('refuses %s', (text) => {
    expect(v.safeParse(routeTemplateSchema, text).success).toBe(false);
  });

  it('takes what is stored and no list of templates for none', () => {
    expect(parseRouteTemplates(['/a/:b'])).toEqual(['/a/:b']);
    expect(parseRouteTemplates(undefined)).toEqual([]);
    expect(parseRouteTemplates(['nonsense'])).toEqual([]);
  });
});
