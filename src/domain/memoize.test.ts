import { expect, it, vi } from 'vitest';
import { memoize } from './memoize.ts';

it('works out an answer once', () => {
  const work = vi.fn((text: string) => text.toUpperCase());
  const shout = memoize(work);
  expect([shout('a'), shout('b'), shout('a')]).toEqual(['A', 'B', 'A']);
  expect(work).toHaveBeenCalledTimes(2);
});

it('remembers longer texts, and fewer, where that is asked for', () => {
  const work = vi.fn((text: string) => text.length);
  const measure = memoize(work, { most: 2, longest: 1000 });
  for (const n of [400, 400, 500, 600, 400]) measure('x'.repeat(n));
  expect(work).toHaveBeenCalledTimes(4);
});

it('stays small, whatever it is asked', () => {
  const work = vi.fn((text: string) => text.length);
  const measure = memoize(work);
  const long = 'x'.repeat(10_000);
  measure(long);
  measure(long);
  expect(work).toHaveBeenCalledTimes(2);
  for (let n = 0; n < 10_000; n++) measure(`${n}`);
  expect(measure('0')).toBe(1);
  // Ten thousand, the two before, and one that had been forgotten.
  expect(work).toHaveBeenCalledTimes(10_003);
});
