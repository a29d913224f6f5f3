import type { FailingStorage, StorageProblem, StorageState } from '../../src/domain/storage-state.ts';
import { formatDate } from '../format.ts';
import { type MessageKey, text, textOfCount } from '../text.ts';

export interface StorageNote {
  readonly tone: 'bad' | 'warn';
  readonly text: string;
  /** What trying again would do is all there is to do. */
  readonly action: string;
  /** There are loads that only an export can save for certain. */
  readonly canSave: boolean;
}

const CAUSES: Readonly<Record<StorageProblem, MessageKey>> = {
  'cannot-open': 'storageCannotOpen',
  'no-answer': 'storageNoAnswer',
  newer: 'storageNewer',
  full: 'storageFull',
  failed: 'storageCannotWrite',
};

/** What to say while loads cannot be kept, or after they were lost; nothing while all is well. */
export function deriveStorageNote(state: StorageState | undefined): StorageNote | undefined {
  if (state?.status === 'failing') {
    const { held } = state;
    return { tone: 'bad', text: describeFailure(state), action: text('tryAgain'), canSave: held > 0 };
  }
  if (state?.lostAt === undefined) return undefined;
  return {
    tone: 'warn',
    text: text('storageDamaged', formatDate(state.lostAt)),
    action: text('dismiss'),
    canSave: false,
  };
}

function describeFailure({ problem, reason, held, dropped }: FailingStorage): string {
  return [
    text('storageUntouched', tellProblem(problem, reason)),
    held > 0 ? textOfCount('heldLoads', held) : text('heldFromNow'),
    dropped > 0 ? textOfCount('heldDropped', dropped) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Where there are no words of the browser's, the reason is our own, which is said already. */
function tellProblem(problem: StorageProblem, reason: string): string {
  const isOurs = problem === 'newer' || problem === 'no-answer';
  return isOurs ? text(CAUSES[problem]) : `${text(CAUSES[problem])} (${reason})`;
}
