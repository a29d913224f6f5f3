import { MAX_URL_LENGTH } from './limits.ts';
import { findRoute } from './route-template.ts';
import { isOpaqueToken, isUuid } from './token.ts';

/** A page is an origin and a route; a route is a path whose volatile segments are templated. */
export interface Page {
  readonly key: string;
  readonly origin: string;
  readonly route: string;
}

/**
 * The page a URL belongs to, or undefined when it is not one we watch (only http and https are).
 * `/users/42/orders/9f8e7d6c5b` becomes `/users/:n/orders/:id`; query and fragment do not count. Where one of the
 * user's own templates matches, that is the route.
 */
export function parsePage(url: string, templates: readonly string[] = []): Page | undefined {
  const parsed = parseHttpUrl(url);
  if (!parsed) return undefined;
  const route = findRoute(templates, redactUrl(url)) ?? templatePath(parsed.pathname);
  return { key: parsed.origin + route, origin: parsed.origin, route };
}

function templatePath(path: string): string {
  return path.split('/').map(templateSegment).join('/').slice(0, MAX_URL_LENGTH);
}

/** Shorter ids are seldom, and words with a digit are not. */
const SHORTEST_ID = 8;

/** A segment as it stands in a route: numbers become `:n`; ids, hashes, tokens and addresses `:id`. */
export function templateSegment(segment: string): string {
  if (/^\d+$/.test(segment)) return ':n';
  if (isUuid(segment) || isPersonal(segment)) return ':id';
  // Part by part: a slug such as "top-10-2024" is as restless as a hash, its words are not.
  return segment
    .split(/([-_])/)
    .map((part) => (part.length >= SHORTEST_ID && isOpaqueToken(part) ? ':id' : part))
    .join('');
}

/** Session and reset tokens have 128 bits, which is 22 characters of base64; a build's ids are mostly shorter. */
const SHORTEST_SECRET = 20;

const EMAIL_ADDRESS = /^[^@]+(?:@|%40)[^@]+\.[a-z]{2,}$/i;

const JSON_WEB_TOKEN = /^eyJ[\w-]+\.[\w-]+\./;

function isPersonal(segment: string): boolean {
  return EMAIL_ADDRESS.test(segment) || JSON_WEB_TOKEN.test(segment);
}

/** A path that ends in a file name: there, a hash is the file's, and tells one build from another. */
const NAMES_FILE = /\.[a-z0-9]{1,8}$/i;

/**
 * Drops what may hold secrets: query, fragment and userinfo, and in the path tokens and e-mail addresses, which become
 * `:id`. Schemes without a path keep their name only. Doing it twice changes nothing.
 */
export function redactUrl(url: string): string {
  const parsed = parseHttpUrl(url);
  if (parsed) return (parsed.origin + redactPath(parsed.pathname)).slice(0, MAX_URL_LENGTH);
  const scheme = /^([a-z][a-z0-9+.-]{0,20}):/i.exec(url);
  return scheme ? `${scheme[1]?.toLowerCase()}:` : '';
}

function redactPath(path: string): string {
  const shortestSecret = NAMES_FILE.test(path) ? Number.POSITIVE_INFINITY : SHORTEST_SECRET;
  return path
    .split('/')
    .map((segment) =>
      segment.length >= shortestSecret || isPersonal(segment) ? templateSegment(segment) : segment,
    )
    .join('/');
}

export function parseHttpUrl(url: string): URL | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return undefined;
  }
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : undefined;
}
