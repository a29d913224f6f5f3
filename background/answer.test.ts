import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_BUDGET } from '../src/domain/budget.ts';
import { createCapture } from '../src/domain/capture.fixture.ts';
import { PROTOCOL_VERSION, type Reply, type RequestName } from '../src/protocol/messages.ts';
import { readBudgets, readCounters, readPages, readQueueLength, readVisits } from '../src/store/read.ts';
import { openEmptyDatabase, visitIdOf } from '../src/store/store.fixture.ts';
import type { Database } from '../src/store/transact.ts';
import { verifyStore } from '../src/store/verify-store.ts';
import { answer } from './answer.ts';
import { CONTENT_SENDER, PANEL_SENDER, resetBrowser, state } from './browser.fixture.ts';
import { HANDLERS } from './handlers.ts';
import { REQUEST_RULES } from './request-schemas.ts';
import type { Sender } from './sender.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./browser.fixture.ts')).fakeBrowser,
}));

const PAGE = 'http://localhost:8080/';

let db: Database;

beforeEach(async () => {
  resetBrowser();
  db = await openEmptyDatabase();
});

function ask(request: RequestName, argument: unknown, sender: Sender = PANEL_SENDER): Promise<Reply> {
  return answer({ protocol: PROTOCOL_VERSION, request, argument }, sender);
}

function capture(overrides: Record<string, unknown> = {}, sender: Sender = CONTENT_SENDER): Promise<Reply> {
  return ask('captureVisit', { ...createCapture(), ...overrides }, sender);
}

it('has a rule for every verb', () => {
  expect(Object.keys(REQUEST_RULES).sort()).toEqual(Object.keys(HANDLERS).sort());
});

describe('captureVisit', () => {
  it('acknowledges what is on disk, and has judged it by then', async () => {
    expect(await capture()).toEqual({ ok: true, value: { status: 'stored' } });
    expect(await capture()).toEqual({ ok: true, value: { status: 'duplicate' } });
    expect(await readVisits(db, PAGE)).toMatchObject([{ tabId: 1, snapshot: { revision: 1 } }]);
    expect(await readQueueLength(db)).toBe(0);
  });

  it('leaves a load out that began while the panel saw the processor busy', async () => {
    const { startedAt } = createCapture();
    const samples = [
      { at: startedAt - 400, busy: 0.1 },
      { at: startedAt - 150, busy: 0.8 },
      { at: startedAt + 100, busy: 0.1 },
    ];
    await ask('noteProcessor', { tabId: 1, samples });
    await capture({ stage: 'provisional' });
    await capture({ revision: 2, stage: 'final' });
    const [visit] = await readVisits(db, PAGE);
    expect(visit).toMatchObject({
      snapshot: { busy: 0.8, revision: 2 },
      judgement: { excluded: ['machine-busy'] },
    });
  });

  it.each([
    ['of another tab', { tabId: 2, ago: 100 }],
    ['of another navigation', { tabId: 1, ago: 5_000 }],
  ])('knows nothing of the processor from samples %s', async (_what, { tabId, ago }) => {
    const at = createCapture().startedAt - ago;
    await ask('noteProcessor', { tabId, samples: [{ at, busy: 0.8 }] });
    await capture();
    const [visit] = await readVisits(db, PAGE);
    expect(visit?.snapshot).not.toHaveProperty('busy');
    expect(visit?.judgement.excluded).toEqual([]);
  });

  it('does not take the page’s word for the processor', async () => {
    await capture({ busy: 0.9 });
    expect((await readVisits(db, PAGE))[0]?.snapshot).not.toHaveProperty('busy');
    const seen = { tabId: 1, samples: [{ at: createCapture().startedAt, busy: 0.9 }] };
    expect(await ask('noteProcessor', seen, CONTENT_SENDER)).toMatchObject({ ok: false });
  });

  it('takes a sandboxed document for the page its URL names', async () => {
    expect(await capture({}, { ...CONTENT_SENDER, origin: 'null' })).toMatchObject({ ok: true });
    expect(await capture({}, { ...CONTENT_SENDER, origin: undefined })).toMatchObject({ ok: true });
  });

  it('takes tab, frame and origin from the browser, and keeps nothing it does not know', async () => {
    await capture({ tabId: 99, sequence: 5, page: 'http://evil.test/', extra: 'x' });
    const [visit] = await readVisits(db, PAGE);
    expect(visit).toMatchObject({ tabId: 1, sequence: 1 });
    expect(JSON.stringify(visit)).not.toMatch(/evil|extra/);
  });

  it.each<[string, Record<string, unknown>, Sender, RegExp]>([
    ['another extension', {}, { ...CONTENT_SENDER, id: 'x' }, /our own content script/],
    ['a frame inside the page', {}, { ...CONTENT_SENDER, frameId: 3 }, /top frame of a tab/],
    ['no tab', {}, { ...CONTENT_SENDER, tab: undefined }, /top frame of a tab/],
    ['a page of another origin', { url: 'http://localhost:9/' }, CONTENT_SENDER, /origin of the page/],
    ['a page of the extension', {}, PANEL_SENDER, /top frame of a tab/],
    ['a URL that is none', { url: 'nowhere' }, CONTENT_SENDER, /origin of the page/],
    ['a visit id that is none', { visitId: '__proto__' }, CONTENT_SENDER, /captureVisit: visitId: expected/],
    ['NaN', { startedAt: Number.NaN }, CONTENT_SENDER, /startedAt: expected/],
    ['infinity', { startedAt: Number.POSITIVE_INFINITY }, CONTENT_SENDER, /startedAt: expected/],
    ['a negative count', { resourceOffset: -1 }, CONTENT_SENDER, /resourceOffset: expected/],
    ['1e308', { settledAt: 1e308 }, CONTENT_SENDER, /settledAt: expected/],
    ['2,001 resources', { resources: Array.from({ length: 2001 }, () => ({})) }, CONTENT_SENDER, /resources/],
    ['a megabyte of text', { visitId: 'x'.repeat(2 ** 21) }, CONTENT_SENDER, /at most 1 MB/],
    ['nothing', { visitId: undefined }, CONTENT_SENDER, /visitId/],
  ])('refuses %s, in one line, and counts it', async (_, overrides, sender, line) => {
    const reply = await capture(overrides, sender);
    expect(reply).toEqual({ ok: false, error: expect.stringMatching(line) });
    expect(JSON.stringify(reply).length).toBeLessThan(400);
    expect(await readCounters(db)).toMatchObject({ refused: sender === PANEL_SENDER ? 0 : 1 });
    expect(await readPages(db)).toEqual([]);
  });
});

describe('a message that is no request', () => {
  let deep: unknown = 'end';
  for (let i = 0; i < 50_000; i++) deep = [deep];

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'captureVisit'],
    ['a list', []],
    ['an older protocol', { protocol: 0, request: 'captureVisit', argument: createCapture() }],
    ['an unknown verb', { protocol: PROTOCOL_VERSION, request: 'toString' }],
    ['a verb of every object', { protocol: PROTOCOL_VERSION, request: '__proto__' }],
    ['deep nesting', { protocol: PROTOCOL_VERSION, request: 'captureVisit', argument: deep }],
  ])('%s is refused and counted', async (_, message) => {
    expect(await answer(message, CONTENT_SENDER)).toMatchObject({ ok: false });
    expect(await readCounters(db)).toMatchObject({ refused: 1 });
  });
});

const commands = (Object.keys(REQUEST_RULES) as RequestName[]).filter((name) => name !== 'captureVisit');

it.each(commands)('%s is for pages of the extension alone', async (name) => {
  const web = { ...CONTENT_SENDER, url: `http://localhost/?chrome-extension://` };
  for (const sender of [CONTENT_SENDER, web, { ...PANEL_SENDER, id: 'other' }, { url: PANEL_SENDER.url }]) {
    expect(await ask(name, undefined, sender)).toMatchObject({
      ok: false,
      error: `${name}: expected a page of this extension`,
    });
  }
  expect(await readCounters(db)).toMatchObject({ refused: 4 });
});

describe('a page of the extension', () => {
  it('edits budgets, within their schema', async () => {
    const budget = { ...DEFAULT_BUDGET, id: 'mine', name: 'Mine' };
    expect(await ask('saveBudget', budget)).toMatchObject({ ok: true });
    expect((await readBudgets(db)).map(({ id }) => id)).toEqual(['default', 'mine']);
    expect(await ask('deleteBudget', 'default')).toMatchObject({ ok: true });
    expect((await readBudgets(db)).map(({ id }) => id)).toEqual(['mine']);
    expect(await ask('saveBudget', { ...budget, pattern: '(' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('saveBudget: pattern'),
    });
    expect(await readCounters(db)).toMatchObject({ refused: 0 });
  });

  it('deletes a page and brings it back by importing its visits', async () => {
    for (const n of [1, 2, 3]) await capture({ visitId: visitIdOf(n) });
    const visits = (await readVisits(db, PAGE)).map(({ snapshot }) => JSON.parse(JSON.stringify(snapshot)));
    expect(await ask('deletePage', PAGE)).toMatchObject({ ok: true });
    expect(await readPages(db)).toEqual([]);
    expect(await ask('importVisits', visits)).toEqual({ ok: true, value: { imported: 3, skipped: 0 } });
    expect(await ask('importVisits', visits)).toEqual({ ok: true, value: { imported: 0, skipped: 3 } });
    expect(await ask('importVisits', [{ ...visits[0], url: 'data:' }])).toMatchObject({
      ok: false,
      error: expect.stringContaining('[0].url'),
    });
    expect(await verifyStore(db)).toEqual([]);
  });

  it('changes a baseline, and is told when there is none or no such change', async () => {
    await capture();
    const cohort = (await readPages(db))[0]?.state.latest?.cohort ?? '';
    const change = { action: 'accept' };
    expect(await ask('changeBaseline', { page: PAGE, cohort, change })).toMatchObject({ ok: true });
    expect(await ask('changeBaseline', { page: PAGE, cohort: 'x', change })).toEqual({
      ok: false,
      error: `there is no baseline of x to change for ${PAGE}`,
      said: { key: 'noBaselineOf', values: ['x', PAGE] },
    });
    const unknown = { page: PAGE, cohort, change: { action: 'forget' } };
    expect(await ask('changeBaseline', unknown)).toMatchObject({ ok: false });
  });

  it('deletes everything, also what waits in the outbox', async () => {
    await capture();
    state.storage = { 'o:1': {}, 'o:2': {} };
    expect(await ask('deleteEverything', undefined)).toMatchObject({ ok: true });
    expect(await readPages(db)).toEqual([]);
    expect(state.storage).toEqual({});
  });
});

it('answers with the reason when the database cannot be written', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no space left', 'QuotaExceededError');
  });
  expect(await capture()).toEqual({ ok: false, error: 'no space left' });
  vi.restoreAllMocks();
  expect(await capture()).toMatchObject({ ok: true });
});
