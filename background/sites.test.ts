import { beforeEach, expect, it, vi } from 'vitest';
import { resetBrowser, state } from './browser.fixture.ts';
import { enterOpenTabs, syncSites } from './sites.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./browser.fixture.ts')).fakeBrowser,
}));

const LOCAL = ['http://localhost/*', 'http://127.0.0.1/*'];

beforeEach(resetBrowser);

it('registers the content script for the sites allowed, and not twice for those of the manifest', async () => {
  state.origins = ['https://shop.test/*', 'https://*/*'];
  await syncSites();
  expect(state.scripts).toEqual([
    {
      id: 'capture',
      js: ['content.js'],
      matches: ['https://*/*', 'https://shop.test/*'],
      excludeMatches: LOCAL,
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
});

it('follows what the user allows and withdraws, also when asked several times at once', async () => {
  state.origins = ['https://a.test/*'];
  await Promise.all([syncSites(), syncSites(), syncSites()]);
  state.origins = ['https://b.test/*'];
  await syncSites();
  expect(state.scripts.map(({ matches }) => matches)).toEqual([['https://b.test/*']]);
  state.origins = [];
  await syncSites();
  await syncSites();
  expect(state.scripts).toEqual([]);
});

it('enters the open tabs it may enter', async () => {
  state.tabs = [
    { id: 1, url: 'http://localhost:3000/' },
    { id: 2, url: 'chrome://settings/' },
    { id: 3 },
    { id: 4, url: 'http://localhost/forbidden' },
    { id: 5, url: 'https://a.test/' },
    { id: 6, url: 'https://b.test/', discarded: true },
  ];
  await enterOpenTabs();
  expect(state.injected).toEqual([1, 5]);
  state.injected = [];
  await enterOpenTabs(['https://a.test/*']);
  expect(state.injected).toEqual([5]);
});
