import { describe, expect, it } from 'vitest';
import { classifyCache } from './cohort.ts';
import { createCapturedResource } from './capture.fixture.ts';
import { classifyDelivery } from './delivery.ts';
import { parsePage, redactUrl } from './page.ts';
import { classifyParty } from './party.ts';
import { classifyResource } from './resource-type.ts';
import type { Resource } from './snapshot.ts';
import { isOpaqueToken } from './token.ts';

describe('parsePage', () => {
  it.each([
    ['https://shop.test/', 'https://shop.test', '/'],
    ['https://shop.test/users/42/orders', 'https://shop.test', '/users/:n/orders'],
    ['https://shop.test/p/3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'https://shop.test', '/p/:id'],
    ['https://shop.test/a/9f8e7d6c5b?x=1#y', 'https://shop.test', '/a/:id'],
    ['http://user:pass@localhost:8080/x', 'http://localhost:8080', '/x'],
    ['https://shop.test/products/red-shoes', 'https://shop.test', '/products/red-shoes'],
    ['https://shop.test/blog/top-10-2024', 'https://shop.test', '/blog/top-10-2024'],
    ['https://shop.test/blog/2024-01-15', 'https://shop.test', '/blog/2024-01-15'],
    ['https://shop.test/p/iphone-14-pro', 'https://shop.test', '/p/iphone-14-pro'],
    ['https://shop.test/p/red-shoes-9f8e7d6c5b', 'https://shop.test', '/p/red-shoes-:id'],
  ])('%s is %s%s', (url, origin, route) => {
    expect(parsePage(url)).toEqual({ key: origin + route, origin, route });
  });

  it.each(['chrome://extensions/', 'about:blank', 'data:text/html,x', 'nonsense', ''])(
    '%s is no page',
    (url) => {
      expect(parsePage(url)).toBeUndefined();
    },
  );
});

describe('redactUrl', () => {
  it.each([
    ['https://a.test/x?token=1#2', 'https://a.test/x'],
    ['https://u:p@a.test/x', 'https://a.test/x'],
    ['data:image/png;base64,AAAA', 'data:'],
    ['blob:https://a.test/uuid', 'blob:'],
    ['', ''],
  ])('%s becomes %s', (url, expected) => {
    expect(redactUrl(url)).toBe(expected);
  });
});

describe('isOpaqueToken', () => {
  it.each(['9f8e7d6c', 'BQ3xk_9Z', 'a1b2c', '20230101', 'DxT4mRqa2'])('%s is made by a machine', (token) => {
    expect(isOpaqueToken(token)).toBe(true);
  });
  it.each(['index', 'chunk2', '2024', 'HelloWorld', 'red-shoes', 'facade', 'decade'])(
    '%s is a word',
    (token) => {
      expect(isOpaqueToken(token)).toBe(false);
    },
  );
});

describe('classifyResource', () => {
  it.each([
    ['/app', 'script', 'text/javascript', 'script'],
    ['/app', 'link', 'text/css; charset=utf-8', 'stylesheet'],
    ['/brand.woff2', 'css', '', 'font'],
    ['/hero.png', 'css', '', 'image'],
    ['/api', 'fetch', 'application/json', 'fetch'],
    ['/chunk.js', 'link', '', 'script'],
    ['/styles', 'link', '', 'stylesheet'],
    ['/page', 'iframe', 'text/html', 'document'],
    ['/beacon', 'beacon', '', 'fetch'],
    ['/x', 'other', 'application/octet-stream', 'other'],
  ])('%s asked by %s with content type "%s" is %s', (path, initiatorType, contentType, expected) => {
    expect(classifyResource({ url: `https://a.test${path}`, initiatorType, contentType })).toBe(expected);
  });
});

describe('classifyParty', () => {
  it.each([
    ['https://cdn.shop.test/a.js', 'https://www.shop.test/', 'first'],
    ['https://a.co.uk/a.js', 'https://b.co.uk/', 'third'],
    ['https://static.a.co.uk/a.js', 'https://www.a.co.uk/', 'first'],
    ['http://localhost:3001/a.js', 'http://localhost:3000/', 'first'],
    ['http://127.0.0.1:3001/a.js', 'http://localhost:3000/', 'third'],
    ['data:text/css,', 'https://a.test/', 'first'],
  ])('%s on %s is %s party', (resource, document, expected) => {
    expect(classifyParty(resource, document)).toBe(expected);
  });
});

describe('classifyDelivery', () => {
  it.each([
    ['network', {}],
    ['cache', { transferSize: 0, deliveryType: 'cache' }],
    ['cache', { transferSize: 0 }],
    ['revalidated', { transferSize: 180 }],
    ['revalidated', { status: 304 }],
    ['revalidated', { status: 200, transferSize: 300, encodedSize: 0, decodedSize: 0 }],
    ['network', { status: 204, transferSize: 300, encodedSize: 0, decodedSize: 0 }],
    ['network', { initiatorType: 'fetch', status: 200, transferSize: 300, encodedSize: 0 }],
    ['worker', { workerStart: 3, transferSize: 0 }],
    ['restricted', { workerStart: 3, transferSize: 0, encodedSize: 0, decodedSize: 0 }],
    ['restricted', { transferSize: 0, encodedSize: 0, decodedSize: 0, requestStart: undefined }],
  ] as const)('is %s for %j', (expected, overrides) => {
    expect(classifyDelivery(createCapturedResource(overrides))).toBe(expected);
  });
});

describe('classifyCache', () => {
  const resource = (delivery: Resource['delivery'], encodedSize: number): Resource => ({
    ...createCapturedResource({ encodedSize }),
    type: 'script',
    party: 'first',
    delivery,
  });

  it.each([
    ['cold', [resource('network', 900), resource('cache', 100)]],
    ['warm', [resource('network', 100), resource('cache', 900)]],
    ['mixed', [resource('network', 500), resource('cache', 500)]],
    ['cold', []],
    ['cold', [resource('restricted', 0)]],
    ['warm', [resource('revalidated', 0), resource('revalidated', 0)]],
    ['warm', [...Array(9).fill(resource('revalidated', 0)), resource('network', 900)]],
    ['mixed', [resource('revalidated', 0), resource('network', 900)]],
  ] as [string, Resource[]][])('is %s', (expected, resources) => {
    expect(classifyCache(resources)).toBe(expected);
  });
});
