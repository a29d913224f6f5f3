import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import type { BusySample } from '../../src/domain/processor-guard.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { type History, judge, repeat, withLcp } from '../derive/judged.fixture.ts';
import type { PageData } from './page-model.ts';
import { createVerifyModel } from './verify-model.ts';

const KEY = 'http://localhost:8080/';

/** The first `count` loads of a history, as they are read from the database. */
function dataOf({ state, visits }: History, count: number): PageData {
  const rows = visits.slice(0, count).map(({ snapshot, judgement }, sequence): VisitRow => {
    return {
      visitId: snapshot.visitId,
      page: KEY,
      sequence,
      tabId: 1,
      snapshot,
      judgement,
      bytes: 0,
    };
  });
  const row = { key: KEY, state, visits: count, bytes: 0, lastSequence: count };
  return { key: KEY, row, visits: rows, events: [] };
}

function verify(history: History, stored: number) {
  const samples = signal<readonly BusySample[]>([]);
  const data = signal<PageData | undefined>(dataOf(history, stored));
  const key = signal<string | undefined>(KEY);
  const show = vi.fn();
  const reload = vi.fn();
  const notices = { show, guard: (work: Promise<unknown>) => void work };
  const tab = { tabId: 1, reload };
  const model = createVerifyModel({
    tab,
    page: { key, data, show: vi.fn() },
    notices,
    processor: { samples },
  });
  return { model, data, key, show, reload, samples };
}

it('reloads once for each load that has been stored, and ends in the verdict', async () => {
  const history = judge(repeat(12, withLcp(1000)));
  const { model, data, show, reload } = verify(history, 6);
  model.start();
  model.start();
  for (const [index, stored] of [7, 8, 9].entries()) {
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(index + 1));
    expect(model.progress.value).toEqual({ done: index, all: 3 });
    const unsettled = dataOf(history, stored);
    const last = unsettled.visits.at(-1)!;
    const { settledAt: _settledAt, ...snapshot } = last.snapshot;
    data.value = { ...unsettled, visits: [...unsettled.visits.slice(0, -1), { ...last, snapshot }] };
    expect(reload).toHaveBeenCalledTimes(index + 1);
    data.value = unsettled;
  }
  await vi.waitFor(() => expect(model.progress.value).toBeUndefined());
  expect(reload).toHaveBeenCalledTimes(3);
  expect(show.mock.calls[0]?.[0]).toMatchObject({ tone: 'good', text: expect.stringContaining('All good') });
});

it('stops when it is cancelled, without a verdict', async () => {
  const { model, show, reload } = verify(judge(repeat(6, withLcp(1000))), 6);
  model.start();
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  model.cancel();
  await vi.waitFor(() => expect(model.progress.value).toBeUndefined());
  expect(reload).toHaveBeenCalledTimes(1);
  expect(show).not.toHaveBeenCalled();
});

it('ends when the page is left, and says so', async () => {
  const { model, key, data, show } = verify(judge(repeat(6, withLcp(1000))), 6);
  model.start();
  data.value = undefined;
  key.value = 'http://localhost:8080/other';
  await vi.waitFor(() => expect(model.progress.value).toBeUndefined());
  expect(show.mock.calls[0]?.[0]).toMatchObject({ text: expect.stringContaining('page was left') });
});

it('does not take a load that was there before for a new one, when it had not been read yet', async () => {
  const history = judge(repeat(12, withLcp(1000)));
  const { model, data, reload } = verify(history, 6);
  data.value = undefined;
  model.start();
  await Promise.resolve();
  expect(reload).not.toHaveBeenCalled();
  data.value = dataOf(history, 6);
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  expect(model.progress.value).toEqual({ done: 0, all: 3 });
  model.cancel();
});

it('waits for a calm moment, as long as that is worth it', async () => {
  const { model, reload, samples } = verify(judge(repeat(6, withLcp(1000))), 6);
  const begin = Date.now();
  samples.value = [{ at: begin, busy: 0.7 }];
  model.start();
  await vi.waitFor(() => expect(model.progress.value).toEqual({ done: 0, all: 3, isWaiting: true }));
  samples.value = [{ at: begin + 250, busy: 0.6 }];
  await Promise.resolve();
  expect(reload).not.toHaveBeenCalled();
  samples.value = [{ at: begin + 500, busy: 0.1 }];
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  expect(model.progress.value).toEqual({ done: 0, all: 3 });
  model.cancel();
});
