import { expect, it } from 'vitest';
import type { WhatIfSaving } from '../cause.ts';
import { createCause, createChange, NO_CHANGES } from '../cause.fixture.ts';
import { phraseConfidence } from '../causes/confidence.ts';
import { sayCause } from '../words/say-english.ts';
import { tellSaving } from './cause-words.ts';
import { listResourceLines } from './resource-rows.ts';

const app = 'http://a.test/app.2.js';

it('says in one line that a resource was renamed, resized and retimed', () => {
  const sizes = {
    transferSize: { baseline: 96_000, current: 131_000 },
    duration: { baseline: 90, current: 90 },
  };
  const phaseDuration = { baseline: 40, current: 480 };
  const lines = listResourceLines({
    ...NO_CHANGES,
    resized: [createChange(app, sizes)],
    retimed: [createChange(app, { ...sizes, phase: 'wait', phaseDuration })],
    renamed: [createChange(app, { ...sizes, previousUrl: 'http://a.test/app.1.js' })],
  });
  expect(lines).toEqual([
    {
      change: 'resized, retimed, renamed',
      name: '/app.2.js',
      type: 'script',
      size: '96 kB → 131 kB',
      duration: '90 ms',
      note: 'was /app.1.js, wait 40 ms → 480 ms',
    },
  ]);
});

it('joins small ones, names third parties by URL, and says when a size is hidden', () => {
  const icons = [1, 2, 3].map((n) =>
    createChange(`http://a.test/${n}.svg`, { type: 'image', transferSize: { baseline: 100 } }),
  );
  const lines = listResourceLines({
    ...NO_CHANGES,
    added: [createChange('https://cdn.test/tag.js', { party: 'third' })],
    removed: icons,
  });
  expect(lines.map(({ change, name, size, note }) => [change, name, size, note])).toEqual([
    ['added', 'https://cdn.test/tag.js', 'hidden', 'third party'],
    ['removed', '3 small image resources', '300 B', '3 requests'],
  ]);
});

it.each([
  ['high', 8, 'confirmed by 8 loads'],
  ['high', 1, 'clear from these loads'],
  ['medium', 8, 'likely'],
  ['low', 8, 'possible'],
] as const)('calls %s confidence of %i loads "%s"', (confidence, n, words) => {
  expect(sayCause(phraseConfidence({ confidence }, { current: { median: 1, n } }))).toBe(words);
});

it('gives the interval of a saving where the loads differ in it', () => {
  const tell = (whatIf?: WhatIfSaving): string =>
    tellSaving(createCause({ contribution: 310, ...(whatIf && { whatIf }) }), 'ms');
  expect(tell({ action: 'faster-server', saves: 300, range: [280, 330] })).toBe(
    'faster server: saves 300 ms, between 280 ms and 330 ms',
  );
  expect(tell({ action: 'defer', saves: 300, range: [300, 300] })).toBe('defer: saves 300 ms');
  expect(tell({ action: 'remove', saves: 340 })).toBe('remove: saves 310 ms, all that was added');
  expect(tell()).toBe('');
});
