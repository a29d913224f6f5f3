import { STORE_WORDS } from './english-store.ts';
import type { Phrase } from './phrase.ts';
import { speakEnglish } from './speak-english.ts';

/** What is not whole in the database, in English. */
export function sayFault(said: Phrase): string {
  return speakEnglish(said, STORE_WORDS);
}
