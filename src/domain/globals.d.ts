/**
 * The only two platform objects the domain may use: they are the same in a page, a worker and Node.
 * (Where Node has no URLPattern yet, the entry of that host installs the polyfill.)
 */
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
}

declare class URLPattern {
  constructor(
    init: { protocol?: string; hostname?: string; port?: string; pathname?: string } | string,
    base?: string,
  );
  test(input: string): boolean;
}
