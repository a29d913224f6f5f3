import type messages from './_locales/en/messages.json';
import { formatCount } from './format.ts';

/** Key of a text in `_locales`; both languages have all of them, which a test sees to. */
export type MessageKey = keyof typeof messages;

type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;

/** A text in the language of the browser, with `$1`, `$2`… filled in. Where there is none in that language, in English. */
export function text(key: MessageKey, ...values: readonly string[]): string {
  return chrome.i18n.getMessage(key, [...values]);
}

/**
 * "One breach", "3 breaches": the form that the language has for this number. The number is `$1`, unless other values are
 * to be filled in.
 */
export function textOfCount(
  key: PluralKey,
  count: number,
  values: readonly string[] = [formatCount(count)],
): string {
  const form = new Intl.PluralRules(text('language')).select(count) === 'one' ? 'one' : 'other';
  return text(`${key}_${form}`, ...values);
}

/** Tells the browser, and whoever reads the page aloud, in which language it is. */
export function speakLanguage(title?: MessageKey): void {
  document.documentElement.lang = text('language');
  if (title) document.title = text(title);
}
