import { describe, expect, it } from 'vitest';
import {
  formatDelta,
  formatMoment,
  formatList,
  formatRelative,
  formatShare,
  formatValue,
  type Unit,
} from './format.ts';

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

describe('formatValue', () => {
  it.each<[number | undefined, Unit, string]>([
    [1592.4, 'ms', '1,592 ms'],
    [4.26, 'ms', '4.3 ms'],
    [0, 'ms', '0 ms'],
    [12_400, 'ms', '12.4 s'],
    [512, 'bytes', '512 B'],
    [254_000, 'bytes', '254 kB'],
    [1500, 'bytes', '1.5 kB'],
    [999_999, 'bytes', '1 MB'],
    [1_240_000, 'bytes', '1.2 MB'],
    [37, 'count', '37'],
    [0.12345, 'score', '0.123'],
    [undefined, 'ms', 'not measured'],
    [Number.NaN, 'bytes', 'not measured'],
    [Number.POSITIVE_INFINITY, 'count', 'not measured'],
  ])('%s %s is "%s"', (value, unit, text) => {
    expect(plain(formatValue(value, unit))).toBe(text);
  });
});

describe('formatDelta', () => {
  it.each<[number | undefined, Unit, string]>([
    [412, 'ms', '+412 ms'],
    [-12_400, 'bytes', '−12 kB'],
    [0.04, 'ms', 'no change'],
    [0, 'count', 'no change'],
    [-0.0004, 'score', 'no change'],
    [0.051, 'score', '+0.051'],
    [undefined, 'ms', 'not measured'],
  ])('%s %s is "%s"', (value, unit, text) => {
    expect(plain(formatDelta(value, unit))).toBe(text);
  });
});

describe('formatRelative', () => {
  it.each<[number | undefined, number | undefined, string | undefined]>([
    [412, 1180, '+35 %'],
    [-12, 100, '−12 %'],
    [3, 100, '+3 %'],
    [0.25, 100, '+0.3 %'],
    [5, 0, undefined],
    [0.02, 100, undefined],
    [undefined, 100, undefined],
    [5, undefined, undefined],
  ])('%s of %s is %s', (delta, baseline, text) => {
    expect(plain(formatRelative(delta, baseline))).toBe(text);
  });
});

it('formats shares and lists', () => {
  expect(plain(formatShare(0.752))).toBe('75 %');
  expect(formatShare(undefined)).toBe('not measured');
  expect(formatList(['a', 'b', 'c'])).toBe('a, b, c');
  expect(formatList(['a', 'b'], 'conjunction')).toBe('a and b');
});

it('shows the clock for today and the day for other days', () => {
  const noon = new Date(2026, 3, 2, 12, 0, 5).getTime();
  expect(formatMoment(noon, noon + 60_000)).toMatch(/12:00:05/);
  expect(formatMoment(noon, noon + 86_400_000)).toMatch(/Apr 2, 2026/);
});
