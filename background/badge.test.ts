import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { deliverAndJudge, openEmptyDatabase } from '../src/store/store.fixture.ts';
import type { Database } from '../src/store/transact.ts';
import { refreshBadge, refreshVisibleBadges } from './badge.ts';
import { resetBrowser, state } from './browser.fixture.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./browser.fixture.ts')).fakeBrowser,
}));

const PAGE = 'http://localhost:8080/';
const POOR = { largestContentfulPaint: { value: 9000 }, cumulativeLayoutShift: { value: 1 } };

let db: Database;

beforeEach(async () => {
  resetBrowser();
  db = await openEmptyDatabase();
});

it.each([
  ['the page measured', `${PAGE}?q=1`, '2', /: 2 over budget$/],
  ['another page', `${PAGE}other`, '', /^Performance Budget Monitor$/],
  ['a page it may not know', undefined, '', /^Performance Budget Monitor$/],
  ['a page of the browser', 'chrome://settings/', '', /^Performance Budget Monitor$/],
])('of a tab that shows %s', async (_, url, text, title) => {
  await deliverAndJudge(db, { n: 1, vitals: POOR });
  state.tabs = [{ id: 1, url }];
  await refreshBadge(1);
  expect(state.badges.get(1)).toEqual({ text, title: expect.stringMatching(title) });
});

it('is empty when nothing is wrong, and says so', async () => {
  await deliverAndJudge(db, { n: 1 });
  state.tabs = [{ id: 1, url: PAGE }];
  await refreshBadge(1);
  expect(state.badges.get(1)).toEqual({ text: '', title: expect.stringContaining('nothing over budget') });
});

it('has a triangle where something has regressed, once that is confirmed and not before', async () => {
  const seen: (string | undefined)[] = [];
  state.tabs = [{ id: 1, url: PAGE }];
  for (let n = 1; n <= 16; n++) {
    const lcp = 240 + (n % 3) + (n > 8 ? 900 : 0);
    await deliverAndJudge(db, { n, vitals: { largestContentfulPaint: { value: lcp } } });
    await refreshBadge(1);
    seen.push(state.badges.get(1)?.text);
  }
  expect(seen.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => ''));
  expect(seen.at(-1)).toBe('▲1');
  expect(state.badges.get(1)?.title).toMatch(/: 1 regressed$/);
});

it('is set for the tabs that can be seen, and does not mind one that is gone', async () => {
  await deliverAndJudge(db, { n: 1, vitals: POOR });
  state.tabs = [
    { id: 1, url: PAGE, active: true },
    { id: 2, url: PAGE, active: false },
    { id: 3, active: true },
  ];
  await refreshVisibleBadges();
  expect(Object.fromEntries(state.badges)).toEqual({
    1: expect.objectContaining({ text: '2' }),
    3: expect.objectContaining({ text: '' }),
  });
  state.tabs = [];
  await refreshBadge(1);
});
