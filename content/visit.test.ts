import { describe, expect, it } from 'vitest';
import { MAX_LONG_TASKS, MAX_RESOURCES } from '../src/domain/limits.ts';
import { resourceEntry, visitOf } from './capture.fixture.ts';
import { addItem, addResource, handOver } from './visit.ts';

const span = (startTime: number) => ({ startTime, duration: 60 });

describe('addItem', () => {
  it('keeps the first and counts the rest', () => {
    const visit = visitOf();
    for (let index = 0; index < MAX_LONG_TASKS + 3; index++) addItem(visit, 'longTasks', span(index));
    expect(visit.longTasks).toHaveLength(MAX_LONG_TASKS);
    expect(visit.longTasks.at(-1)?.startTime).toBe(MAX_LONG_TASKS - 1);
    expect(visit.dropped.longTasks).toBe(3);
    expect(visit.dropped.longFrames).toBe(0);
  });

  it('makes a new version of the visit', () => {
    const visit = visitOf();
    addItem(visit, 'longTasks', span(1));
    expect(visit.version).toBe(1);
  });
});

describe('addResource', () => {
  it('adds up requests beyond the bound, those begun after settle apart', () => {
    const visit = visitOf({ settle: { load: 100, busyUntil: 100, settledAt: 1_100 } });
    const fetched = { initiatorType: 'fetch', transferSize: 300, decodedBodySize: 500 };
    for (let index = 0; index < MAX_RESOURCES; index++) addResource(visit, resourceEntry());
    for (const startTime of [900, 1_100, 1_101]) addResource(visit, resourceEntry({ ...fetched, startTime }));
    expect(visit.resources).toHaveLength(MAX_RESOURCES);
    expect(visit.overflow).toEqual({
      totals: { fetch: { count: 2, transferSize: 600, decodedSize: 1_000 } },
      afterSettle: 1,
    });
  });
});

describe('handOver', () => {
  it('moves what began with the next visit, but no request that was already reported', () => {
    const starts = (list: readonly { startTime: number }[]) => list.map(({ startTime }) => startTime);
    const resources = [10, 5_100, 20, 5_200].map((startTime) => resourceEntry({ startTime }));
    const previous = visitOf({ resources, longTasks: [span(30), span(5_000)] });
    const next = visitOf({ from: 5_000 });
    handOver(previous, next, 2);
    expect(starts(previous.resources)).toEqual([10, 5_100, 20]);
    expect(starts(next.resources)).toEqual([5_200]);
    expect([starts(previous.counted), starts(next.counted)]).toEqual([[10, 5_100, 20], [5_200]]);
    expect(starts(previous.longTasks)).toEqual([30]);
    expect(starts(next.longTasks)).toEqual([5_000]);
  });
});
