import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Capture } from '../src/domain/capture.ts';
import { type Envelope, OUTBOX_PREFIX, type Reply } from '../src/protocol/messages.ts';
import { resourceEntry, visitOf } from './capture.fixture.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import type { Host } from './host.ts';
import { addItem, addResource, type Visit } from './visit.ts';

const host: Host = { cost: 0, work: (task) => task(), isAlive: () => true, loaded: () => {} };

/** Takes in what waits before each piece of work, as the collector's host does. */
const drainingBy = (drain: () => void): Host => ({
  ...host,
  work(task) {
    drain();
    return task();
  },
});

let sent: Capture[];
let outbox: Record<string, Envelope<'captureVisit'>>;
let answers: ('ok' | 'refuse' | 'reject' | 'never')[];

async function answer(envelope: Envelope<'captureVisit'>): Promise<Reply<'captureVisit'>> {
  sent.push(envelope.argument);
  const kind = answers.shift() ?? 'ok';
  if (kind === 'never') return new Promise(() => {});
  if (kind === 'reject') throw new Error('message channel closed before a response was received');
  return kind === 'ok' ? { ok: true, value: { status: 'stored' } } : { ok: false, error: 'no' };
}

function note(visit: Visit, delivery: Delivery): void {
  addItem(visit, 'longTasks', { startTime: performance.now(), duration: 60 });
  delivery.change();
}

const revisions = () => sent.map(({ revision }) => revision);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  sent = [];
  outbox = {};
  answers = [];
  vi.stubGlobal('chrome', {
    runtime: { sendMessage: answer },
    storage: { local: { set: async (items: typeof outbox) => void Object.assign(outbox, items) } },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('createDelivery', () => {
  it('sends nothing before the first commit, however much is noted', async () => {
    const visit = visitOf();
    note(visit, createDelivery(visit, host));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
  });

  it('is quiet when nothing has changed since', async () => {
    createDelivery(visitOf(), host).commit();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(revisions()).toEqual([1]);
  });

  it.each(['refuse', 'reject'] as const)('after a %s sends the same revision again', async (failure) => {
    answers = [failure, failure];
    createDelivery(visitOf(), host).commit();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(revisions()).toEqual([1, 1, 1]);
    expect(sent[2]).toEqual(sent[0]);
  });

  it('sends a new revision instead when anything was added meanwhile', async () => {
    answers = ['reject'];
    const visit = visitOf({ resources: [resourceEntry()] });
    createDelivery(visit, host).commit();
    await vi.advanceTimersByTimeAsync(100);
    addResource(visit, resourceEntry());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent.map(({ revision, resources }) => [revision, resources.length])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(sent[1]).toMatchObject({ resourceOffset: 0 });
  });

  it('gives up after three resends and tries again with the next update', async () => {
    answers = ['reject', 'reject', 'reject', 'reject'];
    createDelivery(visitOf(), host).commit();
    await vi.advanceTimersByTimeAsync(10_500);
    expect(revisions()).toEqual([1, 1, 1, 1]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(revisions()).toEqual([1, 1, 1, 1, 2]);
  });

  it('updates at most every ten seconds', async () => {
    const visit = visitOf({ from: performance.now() });
    const delivery = createDelivery(visit, host);
    delivery.commit();
    for (let second = 0; second < 35; second++) {
      await vi.advanceTimersByTimeAsync(1_000);
      note(visit, delivery);
    }
    expect(sent.map(({ stage }) => stage)).toEqual(['provisional', 'update', 'update', 'update']);
  });

  it('takes in what waits before an update, and sends none when that tells nothing new', async () => {
    const visit = visitOf();
    let waiting = 0;
    const drain = () => {
      for (; waiting > 0; waiting--) addItem(visit, 'longTasks', { startTime: 1, duration: 60 });
    };
    const delivery = createDelivery(visit, drainingBy(drain));
    delivery.commit();
    delivery.change();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(revisions()).toEqual([1]);
    waiting = 2;
    delivery.change();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sent.map(({ longTasks }) => longTasks.length)).toEqual([0, 2]);
  });

  it('updates with what was told while a message was on its way', async () => {
    answers = ['reject', 'ok'];
    const visit = visitOf();
    let isWaiting = false;
    const drain = () => {
      if (isWaiting) addItem(visit, 'longTasks', { startTime: 1, duration: 60 });
      isWaiting = false;
    };
    const delivery = createDelivery(visit, drainingBy(drain));
    delivery.commit();
    isWaiting = true;
    delivery.change();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sent.map(({ longTasks }) => longTasks.length)).toEqual([0, 0, 1]);
  });

  it('updates an old visit less often: a page that polls for eight hours takes less than a hundred', async () => {
    const visit = visitOf({ from: performance.now() });
    const delivery = createDelivery(visit, host);
    delivery.commit();
    for (let minute = 0; minute < 8 * 60; minute++) {
      await vi.advanceTimersByTimeAsync(60_000);
      note(visit, delivery);
    }
    expect(sent.length).toBeGreaterThan(30);
    expect(sent.length).toBeLessThan(100);
  });

  it('sends what is left at once when the page is hidden, and nothing when nothing is', async () => {
    const visit = visitOf();
    const delivery = createDelivery(visit, host);
    delivery.commit();
    await vi.advanceTimersByTimeAsync(100);
    delivery.flush();
    await vi.advanceTimersByTimeAsync(100);
    expect(revisions()).toEqual([1]);
    note(visit, delivery);
    delivery.flush();
    await vi.advanceTimersByTimeAsync(100);
    expect(revisions()).toEqual([1, 2]);
  });

  it('waits for one answer at a time', async () => {
    answers = ['never'];
    const visit = visitOf();
    const delivery = createDelivery(visit, host);
    delivery.commit();
    note(visit, delivery);
    delivery.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(revisions()).toEqual([1]);
  });

  it('leaves the last capture in the outbox and sends the very same', async () => {
    answers = ['ok', 'never'];
    const visit = visitOf({ resources: [resourceEntry()] });
    const delivery = createDelivery(visit, host);
    delivery.commit();
    await vi.advanceTimersByTimeAsync(100);
    addResource(visit, resourceEntry());
    delivery.leave(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.at(-1)).toMatchObject({ stage: 'final', revision: 2, resourceOffset: 1 });
    expect(outbox[OUTBOX_PREFIX + visit.id]).toEqual({
      protocol: 1,
      request: 'captureVisit',
      argument: sent.at(-1),
    });
  });

  it('has a tail also of a visit that never came to a commit, and none but that of a page that is kept', async () => {
    const visit = visitOf();
    createDelivery(visit, host).leave(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(outbox[OUTBOX_PREFIX + visit.id]?.argument).toMatchObject({ stage: 'final', revision: 1 });
    expect(sent).toEqual([]);
  });

  it('is silent once closed, in the middle of a resend too', async () => {
    answers = ['reject', 'reject'];
    const visit = visitOf();
    const delivery = createDelivery(visit, host);
    delivery.commit();
    await vi.advanceTimersByTimeAsync(100);
    delivery.close();
    note(visit, delivery);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(revisions()).toEqual([1]);
  });

  it('survives the end of the extension, when every call throws', async () => {
    const gone = () => {
      throw new Error('Extension context invalidated.');
    };
    vi.stubGlobal('chrome', { runtime: { sendMessage: gone }, storage: { local: { set: gone } } });
    const delivery = createDelivery(visitOf(), host);
    delivery.commit();
    delivery.leave(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([]);
  });
});
