import { expect, it } from 'vitest';
import { decimate } from './decimate.ts';
import type { HistoryPoint } from './history.ts';

const points = (count: number, at: (index: number) => Partial<HistoryPoint>): HistoryPoint[] =>
  Array.from({ length: count }, (_, index) => ({
    visitId: String(index),
    x: (index + 0.5) / count,
    y: 0.5,
    status: 'steady',
    moment: '',
    value: '',
    baseline: undefined,
    delta: undefined,
    notes: [],
    told: '',
    ...at(index),
  }));

it('draws every point of a few hundred', () => {
  const few = points(300, () => ({}));
  expect(decimate(few)).toBe(few);
});

it('keeps the outline and what is in trouble of thousands, in order', () => {
  const many = points(5_000, (index) => ({
    y: index === 1_234 ? 0.99 : index === 4_321 ? 0.01 : 0.5 + (index % 10) / 1000,
    ...(index === 3_001 && { status: 'regressed' as const }),
  }));
  const drawn = decimate(many);
  expect(drawn.length).toBeLessThanOrEqual(720);
  const ids = drawn.map(({ visitId }) => Number(visitId));
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  expect(ids).toEqual(expect.arrayContaining([1_234, 3_001, 4_321]));
});
