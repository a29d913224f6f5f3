import { isOpaqueToken, isUuid } from './token.ts';

/** Session and reset tokens have 128 bits, which is 22 characters of base64; a build's ids are mostly shorter. */
const SHORTEST_SECRET = 20;

/** Shorter parts of a longer segment are words as often as not, and too few bits to be a secret. */
const SHORTEST_PART = 8;

/** Of a longer run of letters and digits, its beginning tells what it is. */
const LONGEST_PART = 64;

/** Not "logo@2x.png", not "vue@3.4.1.min.js", not "player@next.js": those are names of files. */
const EMAIL_ADDRESS =
  /[^@](?:@|%40)(?!\d+x\.|\d+(?:\.\d+)+)(?:[a-z0-9-]+\.)+(?!(?:[cm]?js|css|map|json|html?|png|jpe?g|gif|svg|webp|avif|ico|woff2?)$)[a-z]{2,}/i;

const JSON_WEB_TOKEN = /^eyJ[\w-]+\.[\w-]+\./;

/** Cards have 13 to 19 digits, mostly written in groups; IMEIs, and clocks in milliseconds, are as long and no loss. */
const CARD_NUMBER = /^(?:\d(?:[-+ .]|%20)?){12,18}\d$/;

/** International: a plus and 8 to 15 digits. */
const PHONE_NUMBER = /^(?:\+|%2B)(?:\d(?:[-+ .]|%20)?){7,14}\d$/i;

/** A country, two check digits, and 11 to 30 characters of account. */
const BANK_ACCOUNT = /^[A-Z]{2}\d{2}(?=[A-Z]*\d)[A-Z0-9]{11,30}$/;

/** A path that ends in a file name: there, a hash is the file's, and tells one build from another. */
const NAMES_FILE = /\.[a-z0-9]{1,8}$/i;

/**
 * A path without what may be a secret or a person: e-mail addresses, JSON web tokens, account numbers and, unless the
 * path names a file, long tokens become `:id`; numbers of cards and telephones `:n`. Parameters of a segment
 * (";jsessionid=…") are a query in another place, and go. Doing it twice changes nothing.
 */
export function redactPath(path: string): string {
  const segments = path.split('/').map((segment) => segment.split(';', 1)[0] ?? '');
  const isFile = NAMES_FILE.test(segments.at(-1) ?? '');
  return segments.map((segment) => redactSegment(segment, isFile)).join('/');
}

function redactSegment(segment: string, isFile: boolean): string {
  if (CARD_NUMBER.test(segment) || PHONE_NUMBER.test(segment)) return ':n';
  if (EMAIL_ADDRESS.test(segment) || JSON_WEB_TOKEN.test(segment) || BANK_ACCOUNT.test(segment)) return ':id';
  if (isFile || segment.length < SHORTEST_SECRET) return segment;
  if (isUuid(segment)) return ':id';
  // Part by part: a slug such as "top-10-2024" is as restless as a hash, its words are not.
  return segment
    .split(/((?:%[0-9a-f]{2}|[^a-z0-9])+)/i)
    .map((part) => (isSecret(part) ? ':id' : part))
    .join('');
}

function isSecret(part: string): boolean {
  return part.length >= SHORTEST_PART && isOpaqueToken(part.slice(0, LONGEST_PART));
}
