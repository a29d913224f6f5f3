import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFull, takeToken, type TokenBucket } from './token-bucket.ts';

const rate = { perSecond: 2, burst: 3 };

function takeAll(moments: readonly number[]): number[] {
  let bucket: TokenBucket | undefined;
  return moments.map((now) => {
    const taken = takeToken(bucket, rate, now);
    bucket = taken.bucket;
    return taken.readyAt - now;
  });
}

it.each([
  ['lets a burst pass and makes the rest wait in line', [0, 0, 0, 0, 0], [0, 0, 0, 500, 1000]],
  ['refills over time', [0, 0, 0, 500, 1000], [0, 0, 0, 0, 0]],
  ['refills no more than a burst', [0, 0, 0, 60_000, 60_000, 60_000, 60_000], [0, 0, 0, 0, 0, 0, 500]],
  ['refills nothing when the clock is set back', [10_000, 10_000, 10_000, 0], [0, 0, 0, 500]],
])('%s', (_, moments, waits) => {
  expect(takeAll(moments)).toEqual(waits);
});

it('never lets more pass in any stretch of time than a burst and its rate', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(gaps, (steps) => {
      let now = 0;
      const moments = steps.map((step) => (now += step));
      const passed = takeAll(moments).map((wait, index) => (moments[index] ?? 0) + wait);
      for (const start of passed) {
        const within = passed.filter((moment) => moment >= start && moment < start + 5000).length;
        expect(within).toBeLessThanOrEqual(rate.burst + 5 * rate.perSecond);
      }
    }),
  );
});

it('is full only after all that was taken has come back', () => {
  const { bucket } = takeToken(undefined, rate, 0);
  expect(isFull(bucket, rate, 499)).toBe(false);
  expect(isFull(bucket, rate, 500)).toBe(true);
});
