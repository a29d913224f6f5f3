import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeap } from './heap.ts';

test('pops what was pushed in order of time, however pushes and pops mix', () => {
  const steps = fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (times) => {
      const heap = createHeap(200);
      let expected: { time: number; code: number }[] = [];
      for (const [code, time] of times.entries()) {
        if (time !== null) {
          heap.push(time, code);
          expected = [...expected, { time, code }].sort((a, b) => a.time - b.time);
        } else {
          expect(heap.earliest()).toBe(expected[0]?.time ?? Infinity);
          const popped = heap.pop();
          const tied = expected
            .filter((entry) => entry.time === expected[0]?.time)
            .map((entry) => entry.code);
          expect(tied.length > 0 ? tied : [-1]).toContain(popped);
          expected = expected.filter((entry) => entry.code !== popped);
        }
        expect(heap.size()).toBe(expected.length);
      }
    }),
  );
});
