import { parseHttpUrl } from '../page.ts';
import { formatQuery, parseQuery, shapeQuery, templateQuery } from './query.ts';
import { templatePath } from './template-path.ts';

/** What a URL is called at each level of matching, from fine to coarse. Two resources match where a key is equal. */
export interface UrlKeys {
  /** Host, path and query without cache-busting parameters. */
  readonly steady: string;
  /** As steady, with ids, versions and content hashes replaced by placeholders. */
  readonly template: string;
  /** As template, with query names only and a host that is the same for every shard, port and "www". */
  readonly shape: string;
  /** Host and the first two path segments: what an API call is about. */
  readonly prefix: string;
  /** Words of host and path, for the fuzzy comparison of what nothing else has matched. */
  readonly tokens: readonly string[];
  /** Those of the last segment, without its ending. */
  readonly nameTokens: readonly string[];
  /** Whether the template hides a part of the path: then an equal name alone proves little. */
  readonly templated: boolean;
}

/** Replaces the document's own origin in shapes: the same site is served from many hosts and ports. */
const SAME_ORIGIN = '~';

/** Keys of a URL on a page of `documentOrigin`. A URL that is not http(s) has itself for every key. */
export function buildUrlKeys(url: string, documentOrigin: string | undefined): UrlKeys {
  const parsed = parseHttpUrl(url);
  if (!parsed)
    return {
      steady: url,
      template: url,
      shape: url,
      prefix: url,
      tokens: [url],
      nameTokens: [],
      templated: false,
    };
  const query = parseQuery(parsed.search);
  const path = templatePath(parsed.pathname);
  const segments = path.split('/').filter(Boolean);
  const host = parsed.origin === documentOrigin ? SAME_ORIGIN : shapeHost(parsed.hostname);
  return {
    steady: `${parsed.host}${parsed.pathname}?${formatQuery(query)}`,
    template: `${parsed.host}${path}?${templateQuery(query)}`,
    shape: `${host}${path}?${shapeQuery(query)}`,
    prefix: `${host}/${segments.slice(0, 2).join('/')}`,
    tokens: [host, ...segments.flatMap(splitWords)],
    nameTokens: splitWords((segments.at(-1) ?? '').replace(/(\.[a-z0-9]+)+$/, '')),
    templated: /[*:]/.test(path),
  };
}

function splitWords(segment: string): string[] {
  return segment.split(/[-_.~*:]/).filter(Boolean);
}

function shapeHost(hostname: string): string {
  return hostname.replace(/^www\./, '').replace(/\d+/g, '#');
}
