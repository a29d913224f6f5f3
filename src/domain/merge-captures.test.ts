import { describe, expect, it } from 'vitest';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import type { Capture } from './capture.ts';
import { mergeCaptures } from './merge-captures.ts';

function capture(revision: number, resourceOffset: number, names: string): Capture {
  const resources = [...names].map((name) => createCapturedResource({ url: `http://localhost/${name}` }));
  return createCapture({ revision, resourceOffset, resources });
}

describe('mergeCaptures', () => {
  it.each([
    ['the newer continues the older', capture(1, 0, 'ab'), capture(2, 2, 'cd'), 0, 'abcd'],
    ['the newer repeats the older', capture(1, 0, 'ab'), capture(2, 0, 'abc'), 0, 'abc'],
    ['they overlap', capture(1, 0, 'abc'), capture(2, 2, 'cd'), 0, 'abcd'],
    ['there is a gap between them', capture(1, 0, 'a'), capture(3, 5, 'f'), 5, 'f'],
    ['both continue what is stored', capture(2, 4, 'e'), capture(3, 5, 'f'), 4, 'ef'],
  ])('joins when %s, in either order', (_name, older, newer, offset, names) => {
    for (const merged of [mergeCaptures(older, newer), mergeCaptures(newer, older)]) {
      expect(merged.revision).toBe(newer.revision);
      expect(merged.resourceOffset).toBe(offset);
      expect(merged.resources.map(({ url }) => url.at(-1)).join('')).toBe(names);
    }
  });
});
