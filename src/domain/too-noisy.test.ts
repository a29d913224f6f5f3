import { expect, it } from 'vitest';
import { isTooNoisyToTell } from './too-noisy.ts';
import type { MetricVerdict } from './verdict.ts';

/** Up by 38 % where only twice that would be seen. */
const NOISY: MetricVerdict = {
  verdict: 'unchanged',
  baseline: { value: 1000, n: 5 },
  current: { value: 1380, n: 5 },
  delta: 380,
  interval: [-200, 960],
  minimumDetectable: 760,
};

it.each<[string, Partial<MetricVerdict>, boolean]>([
  ['a difference hidden by noise', {}, true],
  ['one downwards', { delta: -380 }, true],
  ['one that is far from being seen', { minimumDetectable: 5_800 }, true],
  ['what is judged', { verdict: 'regressed' }, false],
  ['what waits for loads', { verdict: 'needs-more-loads' }, false],
  ['what nobody would see', { delta: 60 }, false],
  ['a small time that doubles below a frame', { baseline: { value: 3, n: 5 }, delta: 4 }, false],
  ['what would be confirmed', { minimumDetectable: 300 }, false],
  ['a constant', { interval: undefined }, false],
  ['no difference', { delta: undefined }, false],
])('of %s', (_, overrides, expected) => {
  expect(isTooNoisyToTell({ ...NOISY, ...overrides }, 'ms')).toBe(expected);
});
