import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByTime } from './sort-by-time.ts';

const moment = fc.record({ time: fc.integer({ min: -20, max: 20 }), name: fc.string() });

test('moments are sorted in place as the general sort does it, equal ones as they came', () => {
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 340 }), (items) => {
      const expected = items.toSorted((a, b) => a.time - b.time);
      expect(sortByTime(items)).toBe(items);
      expect(items).toEqual(expected);
    }),
  );
});
