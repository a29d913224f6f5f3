import { MAX_URL_LENGTH } from './limits.ts';
import { memoize } from './memoize.ts';
import { redactPath } from './redact-path.ts';
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
  const page = parseUsualPage(url);
  if (!page || templates.length === 0) return page;
  const route = findRoute(templates, redactUrl(url)) ?? page.route;
  return { ...page, key: page.origin + route, route };
}

/** The page of a URL where the user has no template for it. */
const parseUsualPage = memoize((url): Page | undefined => {
  const parsed = parseHttpUrl(url);
  if (!parsed) return undefined;
  const [origin, route] = [parsed.origin, templateRoute(parsed.pathname)];
  return { key: origin + route, origin, route };
});

function templateRoute(path: string): string {
  return redactPath(path).split('/').map(templateSegment).join('/').slice(0, MAX_URL_LENGTH);
}

/** Shorter ids are seldom, and words with a digit are not. */
const SHORTEST_ID = 8;

/** A segment as it stands in a route: numbers become `:n`; ids, hashes and tokens `:id`. */
export function templateSegment(segment: string): string {
  if (/^\d+$/.test(segment)) return ':n';
  if (isUuid(segment)) return ':id';
  // Part by part: a slug such as "top-10-2024" is as restless as a hash, its words are not.
  return segment
    .split(/([-_])/)
    .map((part) => (part.length >= SHORTEST_ID && isOpaqueToken(part) ? ':id' : part))
    .join('');
}

/**
 * What of a resource's query is kept, at the user's wish: nothing, the names of its parameters, or all of it. Never
 * of a page's own address.
 */
export const KEPT_QUERIES = ['none', 'names', 'all'] as const;

export type KeptQuery = (typeof KEPT_QUERIES)[number];

/**
 * Drops what may hold secrets: query, fragment, userinfo, and in the path what `redactPath` says. Schemes without a path keep
 * their name only. Doing it twice changes nothing.
 */
export function redactUrl(url: string, kept: KeptQuery = 'none'): string {
  return kept === 'none' ? redactWhole(url) : redact(url, kept);
}

/** Every capture is redacted twice, before it is stored and when it is judged, and a reload has the URLs of the last. */
const redactWhole = memoize((url) => redact(url, 'none'));

function redact(url: string, kept: KeptQuery): string {
  const parsed = parseHttpUrl(url);
  if (parsed) {
    const query = redactQuery(parsed.search, kept);
    return (parsed.origin + redactPath(parsed.pathname) + query).slice(0, MAX_URL_LENGTH);
  }
  const scheme = /^([a-z][a-z0-9+.-]{0,20}):/i.exec(url);
  return scheme ? `${scheme[1]?.toLowerCase()}:` : '';
}

/** "?q=secret&page" with names alone is "?q&page". */
function redactQuery(search: string, kept: KeptQuery): string {
  if (kept === 'none' || search === '') return '';
  return kept === 'all' ? search : search.replaceAll(/=[^&]*/g, '');
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
