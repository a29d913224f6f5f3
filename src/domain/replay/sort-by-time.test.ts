import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByTime } from './sort-by-time.ts';

test('moments are sorted as the general sort does it, equal ones as they came', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ time: fc.integer({ min: -20, max: 20 }), name: fc.string() })),
      (items) => {
        const expected = items.toSorted((a, b) => a.time - b.time);
        expect(sortByTime([...items])).toEqual(expected);
      },
    ),
  );
});
