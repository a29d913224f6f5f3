import { describe, expect, it } from 'vitest';
import { findBusyBefore, isMachineBusy, isWorthWaiting, measureBusyShare } from './processor-guard.ts';

describe('measureBusyShare', () => {
  it.each([
    ['half of the time', { busy: 10, all: 100 }, { busy: 60, all: 200 }, 0.5],
    ['none of it', { busy: 10, all: 100 }, { busy: 10, all: 200 }, 0],
    ['more than there was, by rounding', { busy: 0, all: 0 }, { busy: 101, all: 100 }, 1],
    ['no time', { busy: 10, all: 100 }, { busy: 10, all: 100 }, undefined],
    ['time that went backwards', { busy: 10, all: 100 }, { busy: 5, all: 50 }, undefined],
    ['nothing that is a number', { busy: Number.NaN, all: Number.NaN }, { busy: 1, all: 1 }, undefined],
  ])('%s', (_what, before, after, expected) => {
    expect(measureBusyShare(before, after)).toBe(expected);
  });
});

describe('findBusyBefore', () => {
  const samples = [
    { at: 10_000, busy: 0.1 },
    { at: 10_250, busy: 0.2 },
    { at: 10_500, busy: 0.9 },
  ];

  it.each([
    ['the newest one before the load', 10_300, 0.2],
    ['one of the same moment', 10_250, 0.2],
    ['one that clocks put a little after it', 10_490, 0.9],
    ['none that was taken during the load', 10_200, 0.1],
    ['none that is more than a second old', 11_501, undefined],
    ['none when there is only what came after', 9_000, undefined],
  ])('takes %s', (_what, startedAt, expected) => {
    expect(findBusyBefore(samples, startedAt)).toBe(expected);
    expect(findBusyBefore(samples.toReversed(), startedAt)).toBe(expected);
  });

  it('knows nothing without samples', () => expect(findBusyBefore([], 10_000)).toBeUndefined());
});

it.each([
  [undefined, false],
  [0, false],
  [0.25, false],
  [0.26, true],
  [1, true],
])('a machine with a share of %s is busy: %s', (busy, expected) => {
  expect(isMachineBusy(busy)).toBe(expected);
});

it.each([
  ['without samples', [], false],
  ['on a calm machine', [{ at: 1_000, busy: 0.1 }], false],
  ['on a busy one', [{ at: 1_000, busy: 0.6 }], true],
  [
    'on one that was busy and is calm',
    [
      { at: 1_000, busy: 0.6 },
      { at: 1_250, busy: 0.2 },
    ],
    false,
  ],
  ['on one that has been busy for five seconds', [{ at: 6_000, busy: 0.6 }], false],
])('a load waits %s: %j %s', (_where, samples, expected) => {
  expect(isWorthWaiting(samples, 1_000)).toBe(expected);
});
