import type { ENGLISH } from './english.ts';

type TextKey = keyof typeof ENGLISH;

/** Texts that have a form for one and one for other numbers. */
type CountedKey = TextKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;

type PlainKey = Exclude<TextKey, `${CountedKey}_one` | `${CountedKey}_other`>;

/** A number within a phrase; each language writes it in its own way. */
export interface Amount {
  readonly amount: number;
  /** number: as it is. factor: "1.5" times. The others are units of metrics. */
  readonly unit: 'ms' | 'bytes' | 'count' | 'score' | 'number' | 'factor';
  readonly signed?: true;
}

type Value = Phrase | Amount;

/**
 * Words that are yet to be said in a language: a text by its key and what is filled in. What is a string, such as the
 * name of a resource, is said as it is. Plain data: a phrase crosses from one thread to another.
 */
export type Phrase =
  | string
  | { readonly key: PlainKey; readonly values?: readonly Value[] }
  | { readonly key: CountedKey; readonly count: number; readonly values?: readonly Value[] };

export function phrase(key: PlainKey, ...values: readonly Value[]): Phrase {
  return { key, values };
}

/** A phrase in the form that the number asks for. */
export function phraseOfCount(key: CountedKey, count: number, ...values: readonly Value[]): Phrase {
  return { key, count, values };
}

export const ms = (amount = 0): Amount => ({ amount, unit: 'ms' });

export const bytes = (amount = 0): Amount => ({ amount, unit: 'bytes' });

export const count = (amount = 0): Amount => ({ amount, unit: 'count' });

export const plainNumber = (amount: number): Amount => ({ amount, unit: 'number' });

export const factorOf = (amount: number): Amount => ({ amount, unit: 'factor' });

/** What it takes to say a phrase in a language. */
export interface Speaker {
  readonly find: (key: TextKey, values: readonly string[]) => string;
  readonly formOf: (count: number) => 'one' | 'other';
  readonly write: (amount: Amount) => string;
}

/** The phrase in the words of a language, from the inside out. */
export function speak(said: Phrase, speaker: Speaker): string {
  if (typeof said === 'string') return said;
  const key = 'count' in said ? (`${said.key}_${speaker.formOf(said.count)}` as const) : said.key;
  const values = said.values ?? [];
  return speaker.find(
    key,
    values.map((value) => (isAmount(value) ? speaker.write(value) : speak(value, speaker))),
  );
}

function isAmount(value: Value): value is Amount {
  return typeof value === 'object' && 'amount' in value;
}
