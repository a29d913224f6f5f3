import { expect, it } from 'vitest';
import { keepMedian } from './keep-median.ts';
import { createLoads } from './scan/series.fixture.ts';
import { median } from './statistics.ts';

it.each([1, 7, 8, 9, 10, 11, 16, 17, 29, 30])('keeps median, order and spread of %i items', (count) => {
  const items = createLoads(1000, count).map((value, index) => ({ value, index }));
  const valueOf = ({ value }: { value: number }): number => value;
  const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  const kept = keepMedian(items, 8, valueOf);
  expect(kept.length).toBe(count <= 8 ? count : 8 - (count % 2));
  expect(median(kept.map(valueOf))).toBe(median(items.map(valueOf)));
  expect(kept).toEqual(items.filter((item) => kept.includes(item)));
  expect(spread(kept.map(valueOf))).toBeGreaterThanOrEqual(spread(items.map(valueOf)) / 2);
});
