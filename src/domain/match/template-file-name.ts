import { isOpaqueToken } from '../token.ts';

/** Endings that say what a file is, and never which build it came from. */
const TYPES = new Set(
  'js mjs cjs css html htm json map wasm txt xml png jpg jpeg gif webp avif svg ico bmp woff woff2 ttf otf eot mp4 webm mp3 php aspx jsp'.split(
    ' ',
  ),
);

/** Words between name and type that bundlers and font subsetters add in every build. */
const QUALIFIERS = new Set('min chunk bundle module esm umd legacy modern prod dev p s'.split(' '));

/**
 * Rollup and Vite end a name with 8, 10 or 12 base64url characters after "-" or ".", and those may hold "-" and "_".
 */
const BASE64_ENDING = /^(.+)[-.]([A-Za-z0-9_-]{12}|[A-Za-z0-9_-]{10}|[A-Za-z0-9_-]{8})$/;

/** The same where it is the whole name, as SvelteKit and Nuxt write it. */
const BARE_BASE64 = /^([A-Za-z0-9_-]{8}|[A-Za-z0-9_-]{10}|[A-Za-z0-9_-]{12})$/;

/** esbuild ends a name with eight characters of the base32 alphabet: `chunk-UKPZ3QRM`. */
const BASE32_ENDING = /^(.+)-([A-Z2-7]{8})$/;

/** "HomePage", "my-Lib", "Vendors_2": words in the case that people write. */
const WORDS = /^_*([A-Z]?[a-z]+[-_]?)+\d*$/;

/** From four digits on a number is a counter; below, it is a part of the name ("chunk-12"); above, opaque. */
const NUMBER = /^\d{4,7}$/;

/**
 * A file name without what a rebuild changes: `main.3f2a1b9c.js`, `main-BQ3xk_9Z.js` and `main-UKPZ3QRM.js` all become
 * `main*.js`; a name that is nothing but a hash becomes `*.js`.
 */
export function templateFileName(file: string): string {
  const { stem, ending } = splitEnding(file);
  return templateStem(stem) + ending;
}

function splitEnding(file: string): { stem: string; ending: string } {
  const parts = file.split('.');
  let kept = parts.length;
  if (kept > 1 && TYPES.has(lower(parts[kept - 1]))) kept--;
  while (kept > 1 && QUALIFIERS.has(lower(parts[kept - 1]))) kept--;
  const ending = parts.slice(kept);
  return { stem: parts.slice(0, kept).join('.'), ending: ending.map((part) => `.${lower(part)}`).join('') };
}

function templateStem(stem: string): string {
  if (isBareHash(stem)) return '*';
  const named = dropHashEnding(stem);
  if (named !== undefined) return `${templateTokens(named)}*`;
  return templateTokens(stem);
}

/** Where nothing but a hash is the name, two kinds of characters that make no word are enough: not all have a digit. */
function isBareHash(stem: string): boolean {
  if (!BARE_BASE64.test(stem) || WORDS.test(stem)) return false;
  return [/[A-Z]/, /[a-z]/, /\d/].filter((kind) => kind.test(stem)).length > 1;
}

function dropHashEnding(stem: string): string | undefined {
  const base32 = BASE32_ENDING.exec(stem);
  if (base32) return base32[1];
  const base64 = BASE64_ENDING.exec(stem);
  const hash = base64?.[2] ?? '';
  const mixed = /[A-Z]/.test(hash) && /[a-z]/.test(hash) && /[\d_-]/.test(hash);
  return mixed && !WORDS.test(hash) ? base64?.[1] : undefined;
}

function templateTokens(stem: string): string {
  const parts = stem.split(/([.~_-])/);
  const templated = parts.map((part) => (NUMBER.test(part) ? ':n' : isOpaqueToken(part) ? '*' : part));
  return templated
    .join('')
    .replace(/[.~_-]+\*/g, '*')
    .replace(/\*+/g, '*');
}

function lower(part: string | undefined): string {
  return (part ?? '').toLowerCase();
}
