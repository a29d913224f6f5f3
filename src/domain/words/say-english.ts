import { amountText, countText, sizeText, timeText } from '../causes/words.ts';
import { BUDGET_WORDS } from './english-budgets.ts';
import { CAUSE_WORDS } from './english-causes.ts';
import { ERROR_WORDS } from './english-errors.ts';
import { STORE_WORDS } from './english-store.ts';
import { type Amount, type Phrase, speak, type Speaker } from './phrase.ts';

/** A phrase about a cause as reports and the command line say it: the same on every machine, whatever its language. */
export function sayCause(said: Phrase): string {
  return speak(said, speakerOf(CAUSE_WORDS));
}

/** The same about a budget; apart from causes, so that who speaks of those only does not carry these words. */
export function sayBudget(said: Phrase): string {
  return speak(said, speakerOf(BUDGET_WORDS));
}

/** The same about what was wrong with an input. */
export function sayError(said: Phrase): string {
  return speak(said, speakerOf(ERROR_WORDS));
}

/** The same about what is not whole in the database. */
export function sayFault(said: Phrase): string {
  return speak(said, speakerOf(STORE_WORDS));
}

function speakerOf(words: Readonly<Record<string, string>>): Speaker {
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
