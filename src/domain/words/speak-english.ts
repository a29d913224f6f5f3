import { amountText, countText, sizeText, timeText } from '../causes/words.ts';
import { type Amount, type Phrase, speak, type Speaker } from './phrase.ts';

type Words = Readonly<Record<string, string>>;

/** A phrase in English, by those of its words that are given: who says little need not carry all of them. */
export function speakEnglish(said: Phrase, words: Words): string {
  return speak(said, speakerOf(words));
}

function speakerOf(words: Words): Speaker {
  return {
    find(key, values) {
      const text = words[key];
      if (text === undefined) throw new RangeError(`no English words for "${key}"`);
      return text.replaceAll(/\$([1-9])/g, (_, place) => values[Number(place) - 1] ?? '');
    },
    formOf: (count) => (count === 1 ? 'one' : 'other'),
    write,
  };
}

function write({ amount, unit, signed }: Amount): string {
  if (unit === 'number') return String(amount);
  if (unit === 'factor') return amount.toFixed(1);
  if (signed) return amountText(amount, unit);
  switch (unit) {
    case 'ms':
      return timeText(amount);
    case 'bytes':
      return sizeText(amount);
    case 'count':
    case 'score':
      return countText(amount);
  }
}
