import { describe, expect, it } from 'vitest';
import { formatDelta, formatPlural, formatRelative, formatShare, formatValue } from './value.ts';

describe('formatValue', () => {
  it.each([
    [1592.4, 'ms', '1,592 ms'],
    [8.54, 'ms', '8.5 ms'],
    [0, 'ms', '0 ms'],
    [640, 'bytes', '640 B'],
    [4200, 'bytes', '4.2 kB'],
    [254_300, 'bytes', '254 kB'],
    [999_600, 'bytes', '1 MB'],
    [1_340_000, 'bytes', '1.3 MB'],
    [37, 'count', '37'],
    [0.5, 'count', '0.5'],
    [0.12345, 'score', '0.123'],
  ] as const)('%d %s is %s', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });
});

describe('formatDelta', () => {
  it.each([
    [412, 'ms', '+412 ms'],
    [-12_000, 'bytes', '−12 kB'],
    [0, 'ms', '±0 ms'],
    [-0.0001, 'score', '±0'],
    [-0.04, 'ms', '±0 ms'],
  ] as const)('%d %s is %s', (delta, unit, text) => {
    expect(formatDelta(delta, unit)).toBe(text);
  });
});

describe('formatRelative', () => {
  it.each([
    [412, 1180, '+35 %'],
    [-12, 612, '−2 %'],
    [1, 100_000, '±0 %'],
    [5, 0, ''],
  ])('%d of %d is "%s"', (delta, baseline, text) => {
    expect(formatRelative(delta, baseline)).toBe(text);
  });
});

it('formats shares and plurals', () => {
  expect(formatShare(0.7524)).toBe('75 %');
  expect([formatPlural(1, 'load'), formatPlural(8, 'load')]).toEqual(['1 load', '8 loads']);
});
