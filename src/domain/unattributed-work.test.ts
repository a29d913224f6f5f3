import { expect, it } from 'vitest';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import type { LongFrame } from './capture.ts';
import { hasUnattributedWork } from './unattributed-work.ts';

const frame = (change: Partial<LongFrame>): LongFrame => ({
  startTime: 300,
  duration: 150,
  scripts: [],
  ...change,
});
const script = { startTime: 305, duration: 6 };

it.each<[string, Partial<LongFrame>, boolean]>([
  ['nothing but unknown work', {}, true],
  ['a script of the page', { scripts: [script] }, false],
  ['rendering for most of it', { renderStart: 340 }, false],
  ['unknown work before rendering', { renderStart: 410 }, true],
  ['a short while', { duration: 90 }, false],
  ['the parser', { startTime: 60 }, false],
  ['what came after settle', { startTime: 2000 }, false],
])('a long frame of %s counts: %o', (_what, change, expected) => {
  expect(hasUnattributedWork(buildSnapshot(createCapture({ longFrames: [frame(change)] })))).toBe(expected);
});

it('does not blame an extension for what runs in frames of the page', () => {
  const resources = [createCapturedResource({ initiatorType: 'iframe', url: 'https://ads.test/' })];
  const snapshot = buildSnapshot(createCapture({ longFrames: [frame({})], resources }));
  expect(hasUnattributedWork(snapshot)).toBe(false);
});
