import { expect, test } from 'vitest';
import { buildSnapshot } from '../build-snapshot.ts';
import { createCapture } from '../capture.fixture.ts';
import type { Snapshot } from '../snapshot.ts';
import { pairLoads } from './pair-loads.ts';

const template = buildSnapshot(createCapture());

function loads(...values: (number | undefined)[]): Snapshot[] {
  return values.map((load) => ({ ...template, metrics: load === undefined ? {} : { load } }));
}

function pair(baseline: Snapshot[], current: Snapshot[]) {
  return pairLoads(baseline, current, 'load').map((pair) => [
    pair.baseline.metrics.load,
    pair.current.metrics.load,
    ...(pair.central ? [] : ['outer']),
  ]);
}

test.each([
  [
    'by rank',
    loads(300, 100, 200),
    loads(350, 150, 250),
    [
      [100, 150],
      [200, 250],
      [300, 350],
    ],
  ],
  ['one and one', loads(100), loads(150), [[100, 150]]],
  [
    'one load against the middle of many',
    loads(1, 2, 3, 4, 5, 6, 7),
    loads(9),
    [
      [3, 9],
      [4, 9],
      [5, 9],
    ],
  ],
  [
    'two against many',
    loads(1, 2, 3, 4, 5),
    loads(8, 9),
    [
      [2, 8],
      [3, 9],
      [4, 9],
    ],
  ],
  [
    'of eight, the outer quarters do not count for the size',
    loads(1, 2, 3, 4, 5, 6, 7, 8),
    loads(11, 12, 13, 14, 15, 16, 17, 18),
    [
      [1, 11, 'outer'],
      [2, 12, 'outer'],
      [3, 13],
      [4, 14],
      [5, 15],
      [6, 16],
      [7, 17, 'outer'],
      [8, 18, 'outer'],
    ],
  ],
  ['unmeasured loads are left out', loads(undefined, 100), loads(150, undefined), [[100, 150]]],
  ['nothing to pair', loads(undefined), loads(150), []],
])('%s', (_case, baseline, current, expected) => {
  expect(pair(baseline, current)).toEqual(expected);
});

test('many loads are sampled over all ranks', () => {
  const many = loads(...Array.from({ length: 40 }, (_, i) => i));
  const pairs = pair(many, many);
  expect(pairs).toHaveLength(9);
  expect(pairs.every(([a, b]) => a === b)).toBe(true);
  expect(pairs[0]?.[0]).toBeLessThan(4);
  expect(pairs.at(-1)?.[0]).toBeGreaterThan(35);
});
