import { isOpaqueToken } from '../token.ts';

/** Parameters whose value changes without the resource being another one: versions, clocks, sessions, campaigns. */
const CACHE_BUSTER =
  /^(v|ver|version|rev|_|t|ts|cb|cachebust\w*|rnd|rand(om)?|nocache|no-cache|hash|h|build|buildid|_dc|bust|timestamp|time|sid|session(id)?|gclid|fbclid|utm_\w+|cid|uid|uuid|nonce|ord|correlator|z|_ga)$/i;

/** A value longer than this is data, not a choice among a few. */
const LONGEST_PLAIN_VALUE = 24;

type Parameter = readonly [name: string, value: string];

/** The parameters of a query (with or without "?") that say which resource is meant, by name. */
export function parseQuery(search: string): Parameter[] {
  const pairs = search.replace(/^\?/, '').split('&').filter(Boolean).map(splitPair);
  return pairs.filter(([name]) => !CACHE_BUSTER.test(name)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

export function formatQuery(parameters: readonly Parameter[]): string {
  return parameters.map(([name, value]) => `${name}=${value}`).join('&');
}

/** As formatQuery, with `*` for values that look like ids, numbers or data. */
export function templateQuery(parameters: readonly Parameter[]): string {
  return formatQuery(parameters.map(([name, value]) => [name, isPlain(value) ? value : '*']));
}

/** The names alone, numbers in them left out: what kind of request it is. */
export function shapeQuery(parameters: readonly Parameter[]): string {
  return parameters.map(([name]) => name.replace(/\d+/g, '#')).join('&');
}

function isPlain(value: string): boolean {
  return value.length <= LONGEST_PLAIN_VALUE && !/^\d+$/.test(value) && !isOpaqueToken(value);
}

function splitPair(pair: string): Parameter {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
