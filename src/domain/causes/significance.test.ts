import { expect, test } from 'vitest';
import { differs, executionDiffers, isResized, workDiffers } from './significance.ts';

test.each([
  ['a few ms of a short one', { baseline: 20, current: 29 }, false],
  ['more than jitter', { baseline: 20, current: 31 }, true],
  ['a tenth', { baseline: 200, current: 222 }, false],
  ['a tenth of a long one', { baseline: 600, current: 660 }, true],
  ['less than what long ones jitter by', { baseline: 600, current: 639 }, false],
  ['the same, the other way', { baseline: 660, current: 600 }, true],
  ['a fiftieth of one that runs for seconds', { baseline: 3000, current: 3060 }, false],
  ['more than a twentieth of it', { baseline: 3000, current: 3160 }, true],
  ['what a long frame could hide, of one side only', { baseline: 0, current: 59 }, false],
  ['more than that, of one side only', { baseline: 0, current: 61 }, true],
])('an execution that differs by %s: %o', (_, change, expected) => {
  expect(executionDiffers(change)).toBe(expected);
});

test.each([
  ['several pieces of work, of which a frame may hide one', workDiffers],
  ['what is no work', differs],
])('%s: differs by a share, however long it takes', (_, isOther) => {
  expect(isOther({ baseline: 600, current: 660 })).toBe(false);
  expect(isOther({ baseline: 600, current: 691 })).toBe(true);
});

test.each([
  ['a token', { baseline: 1000, current: 1250 }, false],
  ['a tenth', { baseline: 20_000, current: 22_001 }, true],
  ['10 KB of a large file', { baseline: 1_000_000, current: 1_010_241 }, true],
])('a body that differs by %s: %o', (_, change, expected) => {
  expect(isResized(change)).toBe(expected);
});
