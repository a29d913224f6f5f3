import { memoize } from './memoize.ts';
import { parseHttpUrl } from './page.ts';
import type { Party } from './snapshot.ts';

/**
 * Second-level labels under which names are registered (`shop.co.uk`). A full public suffix list is 200 kB; this
 * short rule errs only towards "first party" for two sites of one rare registry.
 */
const REGISTRY_LABELS = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac']);

/** First party: same registrable domain as the document, or the same host where there is none (localhost, IPs). */
export function classifyParty(resourceUrl: string, documentUrl: string): Party {
  const [resource, document] = [siteOf(resourceUrl), siteOf(documentUrl)];
  return resource === '' || document === '' || resource === document ? 'first' : 'third';
}

/** Empty for what is not a web page's. */
const siteOf = memoize((url) => registrableDomain(parseHttpUrl(url)?.hostname ?? ''));

function registrableDomain(hostname: string): string {
  if (/^[\d.]+$/.test(hostname) || hostname.includes(':')) return hostname;
  const labels = hostname.split('.');
  const isShortCountryCode = labels.at(-1)?.length === 2;
  const kept = isShortCountryCode && REGISTRY_LABELS.has(labels.at(-2) ?? '') ? 3 : 2;
  return labels.slice(-kept).join('.');
}
