import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { createCapture } from '../src/domain/capture.fixture.ts';
import { PROTOCOL_VERSION, type Reply } from '../src/protocol/messages.ts';
import { readVisits } from '../src/store/read.ts';
import { openEmptyDatabase, visitIdOf } from '../src/store/store.fixture.ts';
import type { Database } from '../src/store/transact.ts';
import { CONTENT_SENDER, fakeBrowser, resetBrowser } from './browser.fixture.ts';

const shared = vi.hoisted(() => ({ browser: undefined as unknown }));
vi.mock('webextension-polyfill', () => ({ default: shared.browser }));
shared.browser = fakeBrowser;

let db: Database;

beforeEach(async () => {
  resetBrowser();
  db = await openEmptyDatabase();
});

async function capture(n: number, startedAt: number, revision = 1): Promise<Reply> {
  const { answer } = await import('./answer.ts');
  const argument = createCapture({ visitId: visitIdOf(n), startedAt, revision });
  return answer({ protocol: PROTOCOL_VERSION, request: 'captureVisit', argument }, CONTENT_SENDER);
}

async function readFlags(): Promise<unknown[]> {
  const visits = await readVisits(db, 'http://localhost:8080/');
  return visits.map(({ snapshot, judgement }) => [snapshot.afterBrowserStart, judgement.cohort]);
}

it('keeps the first load after the browser was started apart, and those that began beside it', async () => {
  const { noteBrowserStart } = await import('./browser-start.ts');
  await noteBrowserStart();
  await capture(1, Date.now() - 2_000);
  await capture(2, Date.now() - 1_500);
  await capture(1, Date.now() - 2_000, 2);
  await capture(3, Date.now() + 1);
  expect(await readFlags()).toEqual([
    [true, 'reload/cold/desktop/browser-start'],
    [true, 'reload/cold/desktop/browser-start'],
    [undefined, 'reload/cold/desktop'],
  ]);
});

it('knows of no start when the extension came later than the browser', async () => {
  await capture(1, Date.now() - 2_000);
  expect(await readFlags()).toEqual([[undefined, 'reload/cold/desktop']]);
});
