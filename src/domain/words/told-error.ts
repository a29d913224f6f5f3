import type { Phrase } from './phrase.ts';
import { sayError } from './say-english.ts';

/** An error in words of ours: in English as its message, and as a phrase for whoever speaks another language. */
export class ToldError extends Error {
  override readonly name: string = 'ToldError';
  readonly #said: Phrase;

  constructor(said: Phrase, options?: ErrorOptions) {
    super(sayError(said), options);
    this.#said = said;
  }

  get said(): Phrase {
    return this.#said;
  }
}
