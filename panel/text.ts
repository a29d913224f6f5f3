import { memoize } from '../src/domain/memoize.ts';
import type { ENGLISH } from '../src/domain/words/english.ts';
import type messages from './_locales/en/messages.json';
import { formatNumber } from './number.ts';

/**
 * Key of a text: in `_locales`, or of the domain's own words, which the build puts there. All languages have all of
 * them, which a test sees to.
 */
export type MessageKey = keyof typeof messages | keyof typeof ENGLISH;

export type PluralKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** A text in the language of the browser, with `$1`, `$2`… filled in. Where there is none in that language, in English. */
export function text(key: MessageKey, ...values: readonly string[]): string {
  return values.length === 0 ? plainText(key) : chrome.i18n.getMessage(key, [...values]);
}

/** To ask the browser takes longer than all else that a row of a table needs. */
const plainText = memoize((key) => chrome.i18n.getMessage(key, []));

/**
 * "One breach", "3 breaches": the form that the language has for this number. The number is `$1`, unless other values are
 * to be filled in.
 */
export function textOfCount(
  key: PluralKey,
  count: number,
  values: readonly string[] = [formatNumber(count, 0)],
): string {
  return text(`${key}_${pluralForm(count)}`, ...values);
}

let pluralRules: Intl.PluralRules | undefined;

/** The form that the language of the texts has for a number. */
export function pluralForm(count: number): 'one' | 'other' {
  pluralRules ??= new Intl.PluralRules(text('language'));
  return pluralRules.select(count) === 'one' ? 'one' : 'other';
}

/** Tells the browser, and whoever reads the page aloud, in which language it is. */
export function speakLanguage(title?: MessageKey): void {
  document.documentElement.lang = text('language');
  if (title) document.title = text(title);
}
