import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { visitOf } from './capture.fixture.ts';
import type { Host } from './host.ts';
import { noteBusy, noteLoad } from './settle.ts';
import { waitForSettle } from './wait-for-settle.ts';

const host: Host = { cost: 0, work: (task) => task(), isAlive: () => true, loaded: () => {} };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('waitForSettle', () => {
  it('commits once, a quiet second after load', () => {
    const now = performance.now();
    const visit = visitOf({ settle: { busyUntil: now } });
    const commit = vi.fn(() => visit.settle.settledAt);
    const wait = waitForSettle(visit, host, commit);
    vi.advanceTimersByTime(400);
    visit.settle = noteLoad(visit.settle, now + 400);
    wait.wake();
    vi.advanceTimersByTime(990);
    expect(commit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20);
    expect(commit).toHaveReturnedWith(now + 1_400);
    vi.advanceTimersByTime(60_000);
    expect(commit).toHaveBeenCalledTimes(1);
  });

  it('takes in what the browser still holds before it decides', () => {
    const now = performance.now();
    const visit = visitOf({ settle: { load: now, busyUntil: now } });
    const commit = vi.fn(() => visit.settle.settledAt);
    let held = true;
    const drain = () => {
      if (held) visit.settle = noteBusy(visit.settle, now + 900, now + 950);
      held = false;
    };
    const work: Host['work'] = (task) => {
      drain();
      return task();
    };
    waitForSettle(visit, { ...host, work }, commit);
    vi.advanceTimersByTime(1_010);
    expect(commit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(950);
    expect(commit).toHaveReturnedWith(now + 1_950);
  });

  it('commits a page that does not load after thirty seconds, and again when it settles after all', () => {
    const now = performance.now();
    const visit = visitOf({ settle: { busyUntil: now } });
    const commit = vi.fn(() => visit.settle.settledAt);
    const wait = waitForSettle(visit, host, commit);
    vi.advanceTimersByTime(30_010);
    expect(commit).toHaveLastReturnedWith(undefined);
    visit.settle = noteLoad(visit.settle, now + 40_000);
    vi.advanceTimersByTime(10_000);
    wait.wake();
    vi.advanceTimersByTime(1_010);
    expect(commit).toHaveBeenCalledTimes(2);
    expect(commit).toHaveLastReturnedWith(now + 41_000);
  });

  it('commits nothing once stopped', () => {
    const now = performance.now();
    const visit = visitOf({ settle: { load: now, busyUntil: now } });
    const commit = vi.fn();
    const wait = waitForSettle(visit, host, commit);
    wait.stop();
    wait.wake();
    vi.advanceTimersByTime(60_000);
    expect(commit).not.toHaveBeenCalled();
  });
});
