import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { createCapture } from '../src/domain/capture.fixture.ts';
import { observeChanges } from '../src/protocol/channel.ts';
import { openEmptyDatabase, visitIdOf } from '../src/store/store.fixture.ts';
import { CONTENT_SENDER, resetBrowser } from './browser.fixture.ts';
import { HANDLERS } from './handlers.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./browser.fixture.ts')).fakeBrowser,
}));

const CROWD = 30;

beforeEach(async () => {
  resetBrowser();
  await openEmptyDatabase();
});

it('tells of loads that came together in a few hints, of each in one', async () => {
  const hints: (readonly string[])[] = [];
  const changes = observeChanges(({ visits }) => hints.push(visits ?? []));
  const crowd = Array.from({ length: CROWD }, (_, n) => visitIdOf(n));
  const replies = await Promise.all(
    crowd.map((visitId, n) =>
      HANDLERS.captureVisit(createCapture({ visitId }), { ...CONTENT_SENDER, tab: { id: n } }),
    ),
  );
  expect(replies).toEqual(crowd.map(() => ({ status: 'stored' })));
  await vi.waitFor(() => expect(hints.flat().sort()).toEqual(crowd));
  changes.stop();
  expect(hints.length).toBeLessThan(CROWD / 2);
});
