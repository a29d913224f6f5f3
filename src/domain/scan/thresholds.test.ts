import { describe, expect, it } from 'vitest';
import { comparisonThreshold, detectableShift, knownChangeThreshold, scanThresholds } from './thresholds.ts';
import { WINDOWS } from './windows.ts';

describe('thresholds', () => {
  it('has one for every window and every size of baseline', () => {
    for (let n = 1; n <= 30; n++) {
      expect(scanThresholds(n)).toHaveLength(WINDOWS.length);
      for (const threshold of scanThresholds(n)) expect(threshold).toBeGreaterThan(2);
    }
  });

  it('is between its calibrated neighbours in between, and that of thirty beyond', () => {
    const [below, between, above] = [15, 17, 20].map((n) => scanThresholds(n)[4]!);
    expect(between).toBeGreaterThanOrEqual(Math.min(below!, above!));
    expect(between).toBeLessThanOrEqual(Math.max(below!, above!));
    expect(scanThresholds(31)).toEqual(scanThresholds(30));
    expect(scanThresholds(4)).toEqual(scanThresholds(5));
  });

  it('asks less of a change that is known than of one that is looked for', () => {
    for (const [index, loads] of WINDOWS.entries()) {
      expect(knownChangeThreshold(20, loads)).toBeLessThan(scanThresholds(20)[index]!);
    }
  });

  it.each([knownChangeThreshold, comparisonThreshold])(
    'between windows uses the shorter, below three none',
    (threshold) => {
      expect(threshold(10, 7)).toBe(threshold(10, 6));
      expect(threshold(10, 50)).toBe(threshold(10, 20));
      expect(threshold(10, 2)).toBe(Number.POSITIVE_INFINITY);
    },
  );

  it('sees smaller shifts with more baseline', () => {
    expect(detectableShift(30)).toBeLessThan(detectableShift(10));
    expect(detectableShift(10)).toBeLessThan(detectableShift(5));
  });
});
