import { describe, expect, it } from 'vitest';
import { SHORTEST_WALK, walkBack } from './walk-back.ts';

const fit = { level: Math.log(1000) };
const level = Math.log(1500);

/** Loads until resolved, or undefined. */
function countLoads(values: readonly number[], regressed = level): number | undefined {
  let score = 0;
  const index = values.findIndex((value) => {
    const walk = walkBack(fit, { level: regressed, sigma: 0.1, score }, Math.log(value));
    ({ score } = walk);
    return walk.arrived;
  });
  return index < 0 ? undefined : index + 1;
}

const repeat = (value: number, times: number): number[] => Array.from({ length: times }, () => value);

describe('walkBack', () => {
  it.each<[string, number[], number | undefined]>([
    ['four loads at the baseline', repeat(1000, 4), 4],
    ['a hiccup in between', [1000, 1000, 3000, 1000, 1000, 1000], 6],
    ['one load still slow in between', [1000, 1000, 1500, 1000, 1000, 1000], 6],
    ['loads that are still slow', repeat(1500, 50), undefined],
    ['loads in the middle', repeat(Math.sqrt(1000 * 1500), 50), undefined],
    ['loads even faster than the baseline', repeat(600, 8), 4],
  ])('%s', (_name, values, loads) => {
    expect(countLoads(values)).toBe(loads);
  });

  it('takes at least as many loads as it says', () => {
    expect(countLoads(repeat(1, 9))).toBe(SHORTEST_WALK);
  });

  it('holds a long red phase not against the fix', () => {
    expect(countLoads([...repeat(1500, 100), ...repeat(1000, 4)])).toBe(104);
  });

  it('takes longer to tell a small regression from none', () => {
    expect(countLoads(repeat(1000, 20), Math.log(1150))).toBeGreaterThan(4);
  });
});
