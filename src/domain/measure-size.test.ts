import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCapture } from './capture.fixture.ts';
import { measureSize } from './measure-size.ts';

it('agrees with the serialised length of a capture', () => {
  const capture = createCapture();
  const serialised = JSON.stringify(capture).length;
  expect(measureSize(capture) / serialised).toBeCloseTo(1, 1);
});

it('is at least the serialised length of any plain JSON without escapes', () => {
  const scalar = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.stringMatching(/^[a-z]*$/));
  const value = fc.letrec((tie) => ({
    node: fc.oneof(scalar, fc.array(tie('node')), fc.dictionary(fc.stringMatching(/^[a-z]+$/), tie('node'))),
  })).node;
  fc.assert(fc.property(value, (json) => measureSize(json) >= JSON.stringify(json).length));
});

it('stops at the limit and survives nesting that would overflow a recursion', () => {
  let deep: unknown = 'end';
  for (let i = 0; i < 100_000; i++) deep = [deep];
  expect(measureSize(deep)).toBeGreaterThan(100_000);
  const wide = Array.from({ length: 100 }, () => 'x'.repeat(1000));
  expect(measureSize(wide, 5000)).toBeLessThan(7000);
});
