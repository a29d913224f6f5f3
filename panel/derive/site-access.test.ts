import { expect, it } from 'vitest';
import { deriveSiteAccess, parseSite } from './site-access.ts';

it('names a site with its port and asks for the host, whatever the port', () => {
  expect(parseSite('https://shop.test:8443/cart?secret=1')).toEqual({
    host: 'shop.test:8443',
    pattern: 'https://shop.test/*',
  });
});

it.each([
  'chrome://version',
  'about:blank',
  'data:text/html,hi',
  'file:///etc/hosts',
  'devtools://devtools/x.html',
  'https://chromewebstore.google.com/detail/x',
  'https://chrome.google.com/webstore/detail/x',
  'view-source:https://a.test/',
  '',
])('cannot measure "%s"', (url) => {
  expect(deriveSiteAccess(url, true)).toEqual({ status: 'unsupported', url });
});

it.each([
  [undefined, undefined, 'unknown'],
  ['https://a.test/', undefined, 'unknown'],
  ['https://a.test/', false, 'not-allowed'],
  ['https://a.test/', true, 'allowed'],
])('%s, allowed %s: %s', (url, allowed, status) => {
  expect(deriveSiteAccess(url, allowed).status).toBe(status);
});
