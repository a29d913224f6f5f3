import { expect, it } from 'vitest';
import type { FailingStorage, StorageProblem } from '../../src/domain/storage-state.ts';
import { deriveStorageNote } from './storage-note.ts';

function failing(overrides: Partial<FailingStorage>): FailingStorage {
  return {
    status: 'failing',
    problem: 'full',
    reason: 'no space',
    since: 0,
    held: 0,
    dropped: 0,
    ...overrides,
  };
}

it('says nothing while all is well, or not known', () => {
  expect(deriveStorageNote(undefined)).toBeUndefined();
  expect(deriveStorageNote({ status: 'sound' })).toBeUndefined();
});

it.each<[StorageProblem, string]>([
  ['cannot-open', 'The browser does not open the storage (no space).'],
  ['full', 'The disk is full (no space).'],
  ['failed', 'The storage cannot be written (no space).'],
  ['no-answer', 'The storage does not answer; another window of the extension may hold it.'],
  ['newer', 'The stored data were written by a newer version of this extension: update it.'],
])('says of %s why loads are not kept, in the words of the browser too, if any', (problem, line) => {
  const note = deriveStorageNote(failing({ problem }));
  expect(note).toMatchObject({ tone: 'bad', action: 'Try again', canSave: false });
  expect(note?.text).toContain(`${line} Nothing stored has been touched.`);
});

it('counts what is held and what is gone', () => {
  const note = deriveStorageNote(failing({ held: 1, dropped: 2 }));
  expect(note?.canSave).toBe(true);
  expect(note?.text.replaceAll('\u00a0', ' ')).toContain('1 new load held in memory');
  expect(note?.text.replaceAll('\u00a0', ' ')).toContain('2 loads had no room');
});

it('says that stored loads were lost, until it is dismissed', () => {
  expect(deriveStorageNote({ status: 'sound', lostAt: 0 })).toMatchObject({
    tone: 'warn',
    action: 'Dismiss',
  });
});
