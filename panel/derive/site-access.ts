/** What we may do on the site that is being looked at. */
export type SiteAccess =
  /** Nothing is being looked at: the panel stands in a tab of its own. */
  | { readonly status: 'none' }
  | { readonly status: 'unknown' }
  /** Not a web page, or one that browsers keep to themselves. */
  | { readonly status: 'unsupported'; readonly url: string }
  | { readonly status: 'not-allowed'; readonly site: Site }
  | { readonly status: 'allowed'; readonly site: Site };

export interface Site {
  /** "shop.test:8443", for people. */
  readonly host: string;
  /** "https://shop.test/*", for the browser: its match patterns cover every port of a host. */
  readonly pattern: string;
}

/** The site of a URL; undefined for what cannot be measured: other schemes, and the web stores. */
export function parseSite(url: string): Site | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, host, pathname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  if (isStore(hostname, pathname)) return undefined;
  return { host, pattern: `${protocol}//${hostname}/*` };
}

/** `url` undefined: not known yet; `allowed` undefined: not asked yet. */
export function deriveSiteAccess(url: string | undefined, allowed: boolean | undefined): SiteAccess {
  if (url === undefined) return { status: 'unknown' };
  const site = parseSite(url);
  if (!site) return { status: 'unsupported', url };
  if (allowed === undefined) return { status: 'unknown' };
  return { status: allowed ? 'allowed' : 'not-allowed', site };
}

/** Browsers let no extension into their stores. */
function isStore(hostname: string, pathname: string): boolean {
  if (hostname === 'chromewebstore.google.com') return true;
  return hostname === 'chrome.google.com' && pathname.startsWith('/webstore');
}
