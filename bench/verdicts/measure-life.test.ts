import { describe, expect, it } from 'vitest';
import { measureLife } from './measure-life.ts';

const options = { cv: 0.15, slower: 1.5, build: 'b', loadsBefore: 31, runs: 24, seed: 11 } as const;

describe('measureLife', () => {
  it('sees a large regression found, red until it is fixed, and resolved', () => {
    const figures = measureLife(options);
    expect(figures).toMatchObject({ found: 1, absorbed: 0, stillRed: 1, wronglyGreen: 0 });
    expect(figures.resolvedMedian).toBeLessThanOrEqual(6);
    expect(figures.clearMedian).toBeGreaterThanOrEqual(figures.resolvedMedian);
  });

  it('sees no red where nothing got slower, but for a false alarm', () => {
    expect(measureLife({ ...options, slower: 1.0001 }).found).toBeLessThan(0.3);
  });
});
