import { expect, test } from 'vitest';
import { combineAttributions } from './combine.ts';

function combine(...values: (number | undefined)[]) {
  const pairs = values.map((value) => {
    const part = { kind: 'slow-server', key: 'a', facts: { count: 1 }, certainty: 1 } as const;
    const parts = value === undefined ? [] : [{ ...part, value }];
    return { central: true, attribution: { delta: value ?? 0, parts } };
  });
  return combineAttributions(pairs)[0];
}

test.each([
  ['the mean of values that agree', [180, 200, 220], 200],
  ['a pair that does not show the cause counts as nothing', [40, 110, undefined, 90], 60],
  ['two outliers of five are taken back to where the others end', [100, 104, 110, 900, 910], 118.8],
  ['one pair is what it is', [70], 70],
])('%s', (_case, values, expected) => {
  expect(combine(...values)?.value).toBeCloseTo(expected, 6);
});

test('outliers still count for how sure it is', () => {
  const steady = combine(100, 104, 110, 112, 114);
  const scattered = combine(100, 104, 110, 900, 910);
  expect(scattered?.error).toBeGreaterThan(10 * (steady?.error ?? 0));
  expect(scattered?.range).toEqual([100, 910]);
});

test('nothing that no pair shows', () => {
  expect(combine(undefined, undefined)).toBeUndefined();
});
