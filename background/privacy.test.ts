import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCapture } from '../src/domain/capture.fixture.ts';
import * as limits from '../src/domain/limits.ts';
import { OUTBOX_PREFIX, PROTOCOL_VERSION } from '../src/protocol/messages.ts';
import { DISK_FAULTS } from '../src/store/disk.fixture.ts';
import { openEmptyDatabase, visitIdOf } from '../src/store/store.fixture.ts';
import type { Database } from '../src/store/transact.ts';
import { answer } from './answer.ts';
import { noteBrowserStart } from './browser-start.ts';
import { CONTENT_SENDER, PANEL_SENDER, resetBrowser, state } from './browser.fixture.ts';
import { noticeLoss } from './storage-watch.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./browser.fixture.ts')).fakeBrowser,
}));

const text = readFileSync(new URL('../PRIVACY.md', import.meta.url), 'utf8');

let db: Database;

beforeEach(async () => {
  resetBrowser();
  db = await openEmptyDatabase();
});
afterEach(() => vi.restoreAllMocks());

/** First cells of the tables whose heading begins so. */
function listNames(heading: string): string[] {
  const tables = text.split('\n\n').filter((block) => block.startsWith(`| ${heading} |`));
  return tables.flatMap((table) =>
    table
      .split('\n')
      .slice(2)
      .map((line) => /`([^`]+)`/.exec(line)?.[1] ?? ''),
  );
}

it('lists the stores there are', () => {
  expect(listNames('store').sort()).toEqual([...db.objectStoreNames].sort());
});

it('says how much each keeps', () => {
  const bounds = [
    ['queue', limits.MAX_QUEUE_ROWS],
    ['visits', limits.MAX_VISITS_PER_PAGE],
    ['pages', limits.MAX_PAGES],
    ['events', limits.MAX_EVENTS_PER_PAGE],
    ['skipped', limits.MAX_SKIPPED_VISITS],
    ['budgets', limits.MAX_BUDGETS],
  ] as const;
  for (const [store, most] of bounds) {
    expect(text).toMatch(new RegExp(`^\\| \`${store}\` .*\\| ${most.toLocaleString('en')}\\b`, 'm'));
  }
  expect(text).toContain(`cut after ${limits.MAX_TEXT_LENGTH} characters`);
  expect(text).toContain(`URLs after ${limits.MAX_URL_LENGTH.toLocaleString('en')}`);
});

it('lists every key that is used beside the database', async () => {
  await noticeLoss();
  await noteBrowserStart();
  await DISK_FAULTS.full();
  const argument = createCapture({ visitId: visitIdOf(1) });
  const envelope = { protocol: PROTOCOL_VERSION, request: 'captureVisit', argument };
  await answer(envelope, CONTENT_SENDER);
  await noteBrowserStart();
  state.storage[OUTBOX_PREFIX + visitIdOf(1)] = envelope;
  const seen = { tabId: 1, samples: [] };
  await answer({ ...envelope, request: 'noteProcessor', argument: seen }, PANEL_SENDER);
  const used = [...Object.keys(state.storage), ...Object.keys(state.session)];
  expect(used.map((key) => key.replace(/(?<=:).+/, '…')).sort()).toEqual(listNames('key').sort());
});
