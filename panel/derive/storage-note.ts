import type { FailingStorage, StorageProblem, StorageState } from '../../src/domain/storage-state.ts';
import { formatDate, formatPlural } from '../format.ts';

export interface StorageNote {
  readonly tone: 'bad' | 'warn';
  readonly text: string;
  /** What trying again would do is all there is to do. */
  readonly action: 'Try again' | 'Dismiss';
  /** There are loads that only an export can save for certain. */
  readonly canSave: boolean;
}

const CAUSES: Readonly<Record<StorageProblem, string>> = {
  'cannot-open': 'The browser does not open the storage',
  'no-answer': 'The storage does not answer; another window of the extension may hold it',
  newer: 'The stored data were written by a newer version of this extension: update it',
  full: 'The disk is full',
  failed: 'The storage cannot be written',
};

/** What to say while loads cannot be kept, or after they were lost; nothing while all is well. */
export function deriveStorageNote(state: StorageState | undefined): StorageNote | undefined {
  if (state?.status === 'failing') {
    const { held } = state;
    return { tone: 'bad', text: describeFailure(state), action: 'Try again', canSave: held > 0 };
  }
  if (state?.lostAt === undefined) return undefined;
  const text = `The browser found the stored loads damaged and threw them away (noticed ${formatDate(state.lostAt)}). New ones are kept.`;
  return { tone: 'warn', text, action: 'Dismiss', canSave: false };
}

function describeFailure({ problem, reason, held, dropped }: FailingStorage): string {
  return [
    `${CAUSES[problem]} (${reason}). Nothing stored has been touched.`,
    held > 0
      ? `${formatPlural(held, 'new load')} held in memory until it works again, or until the browser ends.`
      : 'New loads are held in memory until it works again.',
    dropped > 0 ? `${formatPlural(dropped, 'load')} had no room there and went.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
