import { describe, expect, it } from 'vitest';
import { clipLimit, errorOfShift, varianceOfMean, WINDOWS } from './windows.ts';

describe('varianceOfMean', () => {
  it('is that of one load for one, and inflated against independent loads for more', () => {
    expect(varianceOfMean(1)).toBe(1);
    expect(varianceOfMean(2)).toBeCloseTo(0.65, 10);
    for (const loads of WINDOWS) expect(varianceOfMean(loads)).toBeGreaterThan(1 / loads);
  });

  it('falls with every load, up to the largest mean taken', () => {
    for (let loads = 2; loads <= 40; loads++) {
      expect(varianceOfMean(loads)).toBeLessThan(varianceOfMean(loads - 1));
    }
    expect(varianceOfMean(100)).toBe(varianceOfMean(40));
  });
});

describe('clipLimit', () => {
  it.each(WINDOWS)('lets %d loads reach four standard errors on a baseline of five', (loads) => {
    expect(clipLimit(5, loads) / errorOfShift(5, loads)).toBeCloseTo(4, 10);
  });

  it('never clips below 1.75 sigmas', () => {
    expect(clipLimit(30, 20)).toBe(1.75);
  });
});
