import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ENGLISH } from '../src/domain/words/english.ts';

// Node 20 has no URLPattern; a browser and newer Nodes do.
if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');

/**
 * Properties are tried on the same inputs in every run, so that a red test is red again. FUZZ_SEED tries others; the
 * input that breaks one belongs into its test, as an example.
 */
const SEED = 20_261_126;
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? SEED) });
/** The English texts, filled in as the browser does it: `$1` to `$9`. */
const messages = JSON.parse(
  readFileSync(new URL('../panel/_locales/en/messages.json', import.meta.url), 'utf8'),
);

/** @type {Readonly<Record<string, string>>} */
const words = ENGLISH;

/** @param {string} key @param {readonly string[]} [values] */
function getMessage(key, values = []) {
  const message = messages[key]?.message ?? words[key] ?? '';
  return message.replaceAll(
    /\$([1-9])/g,
    (/** @type {string} */ _all, /** @type {string} */ n) => values[Number(n) - 1] ?? '',
  );
}

Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
