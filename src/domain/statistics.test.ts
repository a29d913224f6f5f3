import * as fc from 'fast-check';
import { median as medianOfLibrary } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { median, quantile } from './statistics.ts';

const number = fc.oneof(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.constantFrom(0, 1, 42, 42));

describe('median', () => {
  it('is that of the library to the last bit, and leaves the list as it was', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 60 }), (values) => {
        const before = [...values];
        expect(median(values) + 0).toBe(medianOfLibrary(values) + 0);
        expect(values).toEqual(before);
      }),
    );
  });

  it('is that of no list without values', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => quantile([], 0.9)).toThrow(RangeError);
  });
});
