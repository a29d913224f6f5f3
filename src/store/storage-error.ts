import type { StorageProblem } from '../domain/storage-state.ts';
import type { Phrase } from '../domain/words/phrase.ts';
import { ToldError } from '../domain/words/told-error.ts';

/** The database cannot be used at all, for a reason that is known. */
export class StorageError extends ToldError {
  override readonly name = 'StorageError';
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, said: Phrase, options?: ErrorOptions) {
    super(said, options);
    this.problem = problem;
  }
}

/**
 * What an error says of the disk; undefined when it says nothing, because the input or our own code is at fault.
 * Everything IndexedDB throws is a DOMException.
 */
export function classifyStorageError(error: unknown): StorageProblem | undefined {
  if (error instanceof StorageError) return error.problem;
  if (!(error instanceof DOMException)) return undefined;
  return error.name === 'QuotaExceededError' ? 'full' : 'failed';
}
