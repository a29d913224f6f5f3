import { describe, expect, it } from 'vitest';
import { fitBaseline, toLogs } from './fit-baseline.ts';
import { METRIC_NOISE, type SeriesName } from './metric-noise.ts';
import { countShifted, isSteady } from './steady.ts';

describe('isSteady', () => {
  it.each<[SeriesName, number[], boolean]>([
    ['requests', [42, 42, 42], true],
    ['requests', [42, 43, 42], false],
    ['transferSize', [640_000, 640_060, 639_980], true],
    ['transferSize', [640_000, 690_000, 640_000], false],
    ['transferSize', [9_000, 9_300, 9_100], true],
    ['cumulativeLayoutShift', [0.02, 0.02, 0.021], true],
    ['cumulativeLayoutShift', [0.02, 0.06, 0.02], false],
    ['longTasks', [0, 0, 0], true],
    ['longTasks', [0, 1, 0], false],
    ['load', [1000, 1000, 1000], false],
  ])('%s %j: %s', (name, values, expected) => {
    const noise = METRIC_NOISE[name];
    expect(isSteady(toLogs(values, noise), noise)).toBe(expected);
  });
});

describe('countShifted', () => {
  const noise = METRIC_NOISE.requests;
  const fit = fitBaseline([42, 42, 42], noise);
  it.each<[number[], 'up' | 'down', number]>([
    [[42, 48, 49], 'up', 2],
    [[48, 42], 'up', 0],
    [[44, 44], 'up', 0],
    [[45, 45], 'up', 2],
    [[30, 48], 'up', 1],
    [[42, 30], 'down', 1],
    [[], 'up', 0],
  ])('%j %s: %d', (values, direction, expected) => {
    expect(countShifted(fit, toLogs(values, noise), { noise, direction })).toBe(expected);
  });
});
