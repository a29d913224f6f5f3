import { type Amount, type Phrase, speak } from '../src/domain/words/phrase.ts';
import { formatDelta, formatValue } from './format.ts';
import { formatNumber } from './number.ts';
import { pluralForm, text } from './text.ts';

/** A phrase of the domain in the language of the browser. */
export function say(said: Phrase): string {
  return speak(said, { find: (key, values) => text(key, ...values), formOf: pluralForm, write });
}

function write({ amount, unit, signed }: Amount): string {
  if (unit === 'number') return formatNumber(amount, 3);
  if (unit === 'factor') return formatNumber(amount, 1, { exact: true });
  return signed ? formatDelta(amount, unit) : formatValue(amount, unit);
}
