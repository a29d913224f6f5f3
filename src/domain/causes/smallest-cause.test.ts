import { expect, it } from 'vitest';
import { isRestWorthTelling, smallestCauseOf } from './smallest-cause.ts';

it.each<[string, Parameters<typeof isRestWorthTelling>[0], boolean]>([
  ['a few bytes of a large file', { unit: 'bytes', delta: 250_000, unexplained: 9 }, false],
  ['less than a machine scatters by', { unit: 'ms', delta: 412, unexplained: -14 }, false],
  ['as much as a cause', { unit: 'ms', delta: 412, unexplained: 44 }, true],
  ['little, but half of the change', { unit: 'ms', delta: 41, unexplained: 20 }, true],
  ['one request', { unit: 'count', delta: 12, unexplained: 1 }, true],
  ['nothing', { unit: 'score', delta: 0.2, unexplained: 0 }, false],
])('%s', (_, diff, expected) => {
  expect(isRestWorthTelling(diff)).toBe(expected);
});

it.each<[number, Parameters<typeof smallestCauseOf>[1], number]>([
  [412, 'ms', 25],
  [45, 'ms', 15],
  [-45, 'ms', 15],
  [12, 'ms', 10],
  [600, 'bytes', 512],
])('of a change of %d %s is %d', (delta, unit, smallest) => {
  expect(smallestCauseOf(delta, unit)).toBe(smallest);
});
