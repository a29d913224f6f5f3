import { expect, it } from 'vitest';
import { createHistoryScale } from './history-scale.ts';

it('begins at zero when the values are far apart, and above it when they are close', () => {
  expect(createHistoryScale([100, 1000]).low).toBe(0);
  const close = createHistoryScale([900, 1000]);
  expect(close.low).toBeGreaterThan(800);
  expect(close.share(950)).toBeCloseTo(0.5, 1);
});

it('is not flattened by one load', () => {
  const { share } = createHistoryScale([100, 110, 90, 105, 5000]);
  expect(share(5000)).toBe(1);
  expect(share(100)).toBeGreaterThan(0.2);
});

it.each([
  ['no values', []],
  ['only zeros', [0, 0]],
])('is sound for %s', (_, values) => {
  const { share, ticks } = createHistoryScale(values);
  expect(share(0)).toBe(0);
  expect(ticks.every(Number.isFinite)).toBe(true);
});

it('has round ticks within its ends', () => {
  const { ticks, low, high } = createHistoryScale([130, 990]);
  expect(ticks).toEqual([0, 500, 1000]);
  expect(ticks.every((tick) => tick >= low && tick <= high)).toBe(true);
});
