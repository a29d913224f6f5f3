import { expect, it } from 'vitest';
import { deriveCounterNotes } from './counter-notes.ts';

const notes = (counters: Parameters<typeof deriveCounterNotes>[0], waiting: number): string[] =>
  deriveCounterNotes(counters, waiting).map((note) => note.replaceAll('\u00a0', ' '));

it('is silent when everything was kept', () => {
  expect(notes({}, 0)).toEqual([]);
  expect(notes({ coalesced: 0, dropped: 0, refused: 0, evicted: 0 }, 0)).toEqual([]);
});

it('counts what was not', () => {
  expect(notes({ coalesced: 1, evicted: 1200 }, 2)).toEqual([
    '2 loads waiting to be judged.',
    '1 load came too fast and gave way to a newer one.',
    '1,200 old loads removed to stay within the storage limit.',
  ]);
});
