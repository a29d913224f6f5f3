import type { Phrase } from '../words/phrase.ts';

/** Something read from or written to another tool's format, and what could not be carried over: a sentence each. */
export interface Translation<Value> {
  readonly value: Value;
  readonly lost: readonly Phrase[];
}

/** Collects sentences while a translation goes on. The same loss is told once. */
export function createLosses(): { add: (sentence: Phrase) => void; list: () => Phrase[] } {
  const sentences = new Map<string, Phrase>();
  return {
    add: (sentence) => void sentences.set(JSON.stringify(sentence), sentence),
    list: () => [...sentences.values()],
  };
}
