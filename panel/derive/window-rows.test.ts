import { expect, it } from 'vitest';
import { scrollToRow, windowRows } from './window-rows.ts';

const view = { rowHeight: 20, height: 200 };

it.each([
  ['at the top', { count: 1000, top: 0 }, { first: 0, end: 22 }],
  ['in the middle', { count: 1000, top: 4_000 }, { first: 192, end: 222 }],
  ['at the end', { count: 1000, top: 19_800 }, { first: 980, end: 1000 }],
  ['of few rows', { count: 3, top: 0 }, { first: 0, end: 3 }],
  ['that has become too short for its place', { count: 5, top: 4_000 }, { first: 5, end: 5 }],
  ['of none', { count: 0, top: 0 }, { first: 0, end: 0 }],
])('draws the rows in sight and some around them: %s', (_what, place, rows) => {
  expect(windowRows({ ...view, ...place })).toEqual(rows);
});

it('changes in steps, so that a row of scrolling changes nothing', () => {
  const at = (top: number) => windowRows({ ...view, count: 1000, top });
  expect(at(4_020)).toEqual(at(4_000));
  expect(at(4_080)).not.toEqual(at(4_000));
});

it.each([
  [0, 100, 0],
  [5, 100, 100],
  [20, 100, 220],
])('scrolls as little as shows row %i from %i px', (index, top, scrolled) => {
  expect(scrollToRow({ ...view, index, top })).toBe(scrolled);
});
