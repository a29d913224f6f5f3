import { expect, it } from 'vitest';
import { countFoundByOracle, type Pair, weighPair } from './recording-oracle.ts';

/** Loads of about a second, a tenth up and down, of which those after the change are so much slower. */
function pairOf(slower: number, before = 20): Pair {
  const load = (n: number, factor: number) => ({
    metrics: { load: 1000 * factor * (n % 2 === 0 ? 1.1 : 1 / 1.1), longestTask: 0 },
    busy: 0,
  });
  return {
    baseline: Array.from({ length: before }, (_, n) => load(n, 1)),
    loads: Array.from({ length: 8 }, (_, n) => load(n, n < 5 ? slower : 100)),
  };
}

it('weighs the first five loads in standard errors, and nothing without a baseline', () => {
  expect(weighPair(pairOf(1))).toBeLessThan(1);
  expect(weighPair(pairOf(1.2))).toBeGreaterThan(3);
  expect(weighPair(pairOf(1.2))).toBeLessThan(7);
  expect(weighPair(pairOf(1.2, 1))).toBe(0);
});

it('finds what stands out further than anything did without a change', () => {
  const changed = [pairOf(1.05), pairOf(1.2), pairOf(1.3)];
  expect(countFoundByOracle(changed, [pairOf(1), pairOf(1.1)])).toBe(2);
  expect(countFoundByOracle(changed, [pairOf(1.25)])).toBe(1);
});
