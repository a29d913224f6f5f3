import { ToldError } from '../src/domain/words/told-error.ts';
import { say } from './say.ts';

/** What went wrong, in the language of the browser where the words are ours; the browser's own are left as they are. */
export function tellError(error: unknown): string {
  if (error instanceof ToldError) return say(error.said);
  return error instanceof Error ? error.message : String(error);
}
