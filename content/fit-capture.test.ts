import { describe, expect, it } from 'vitest';
import type { Capture } from '../src/domain/capture.ts';
import { fitCapture } from './fit-capture.ts';

/** A capture of so many items of 1,000 bytes each. */
const build = (most: number) =>
  ({ items: Array.from({ length: most }, () => 'x'.repeat(997)) }) as unknown as Capture;

describe('fitCapture', () => {
  it.each([
    { mostBytes: 1_000_000, most: 200 },
    { mostBytes: 150_000, most: 100 },
    { mostBytes: 64_000, most: 50 },
    { mostBytes: 1_500, most: 1 },
  ])('halves 200 items to $most for $mostBytes bytes', ({ mostBytes, most }) => {
    const { capture, bytes } = fitCapture(build, 200, mostBytes);
    expect(capture).toEqual(build(most));
    expect(bytes).toBe(JSON.stringify(capture).length);
    expect(bytes).toBeLessThanOrEqual(mostBytes);
  });

  it('counts bytes, of which other than ASCII text has more than letters', () => {
    const buildText = (most: number) =>
      ({ marks: Array.from({ length: most }, () => '計測'.repeat(50)) }) as unknown as Capture;
    const { capture, bytes } = fitCapture(buildText, 200, 40_000);
    expect(capture).toEqual(buildText(100));
    expect(bytes).toBe(Buffer.byteLength(JSON.stringify(capture)));
  });

  it('keeps what is not a list, even when that is too much', () => {
    expect(fitCapture(build, 200, 5).capture).toEqual(build(0));
  });
});
