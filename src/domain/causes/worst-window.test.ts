import { expect, test } from 'vitest';
import { findWorstWindow } from './worst-window.ts';

function shifts(...entries: [time: number, value: number][]) {
  return entries.map(([startTime, value]) => ({ startTime, value, sources: [] }));
}

test.each([
  ['nothing moved', [], []],
  ['one session', shifts([100, 0.1], [900, 0.05]), [0.1, 0.05]],
  ['a second of rest begins another', shifts([100, 0.1], [1200, 0.05], [1300, 0.2]), [0.05, 0.2]],
  [
    'five seconds end it',
    shifts([0, 0.1], [900, 0.1], [1800, 0.1], [2700, 0.1], [3600, 0.1], [4500, 0.1], [5100, 0.9]),
    [0.9],
  ],
  ['order of report does not matter', shifts([900, 0.05], [100, 0.1]), [0.1, 0.05]],
])('%s', (_case, entries, expected) => {
  expect(findWorstWindow(entries).map(({ value }) => value)).toEqual(expected);
});
