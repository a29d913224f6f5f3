import { describe, expect, it } from 'vitest';
import { MAX_MILLISECONDS } from '../src/domain/limits.ts';
import { cutOptionalText, toDuration, toMoment, toOptionalMoment } from './moments.ts';

describe('toMoment', () => {
  it.each([
    { time: 1234.5678, origin: 0, moment: 1234.6 },
    { time: 1234.5678, origin: 1000, moment: 234.6 },
    { time: 20, origin: 100, moment: -80 },
    { time: 1e300, origin: 0, moment: MAX_MILLISECONDS },
    { time: -1e300, origin: 0, moment: -MAX_MILLISECONDS },
  ])('says $moment for $time since $origin', ({ time, origin, moment }) => {
    expect(toMoment(time, origin)).toBe(moment);
  });
});

describe('toOptionalMoment', () => {
  it('reads 0 as absent, also when the visit began later', () => {
    expect(toOptionalMoment(0, 500)).toBeUndefined();
    expect(toOptionalMoment(undefined, 500)).toBeUndefined();
    expect(toOptionalMoment(500, 500)).toBe(0);
  });
});

describe('toDuration', () => {
  it.each([
    { duration: 12.34, rounded: 12.3 },
    { duration: -50, rounded: 0 },
    { duration: Number.MAX_VALUE, rounded: MAX_MILLISECONDS },
  ])('says $rounded for $duration', ({ duration, rounded }) => {
    expect(toDuration(duration)).toBe(rounded);
  });
});

describe('cutOptionalText', () => {
  it('has nothing to say of empty text and bounds the rest', () => {
    expect(cutOptionalText('')).toBeUndefined();
    expect(cutOptionalText(undefined)).toBeUndefined();
    expect(cutOptionalText('x'.repeat(300))).toHaveLength(256);
  });
});
