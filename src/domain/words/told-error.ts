import { ERROR_WORDS } from './english-errors.ts';
import type { Phrase } from './phrase.ts';
import { speakEnglish } from './speak-english.ts';

/** An error in words of ours: in English as its message, and as a phrase for whoever speaks another language. */
export class ToldError extends Error {
  override readonly name: string = 'ToldError';
  readonly #said: Phrase;

  constructor(said: Phrase, options?: ErrorOptions) {
    super(speakEnglish(said, ERROR_WORDS), options);
    this.#said = said;
  }

  get said(): Phrase {
    return this.#said;
  }
}
