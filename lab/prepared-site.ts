import { gzipSync } from 'node:zlib';
import type { Milliseconds } from '../src/domain/units.ts';
import type { Asset } from './asset.ts';
import { type Body, buildBody, textBody } from './bodies/body.ts';
import type { LabPage } from './fault.ts';
import { writeArticlePage } from './pages/article-page.ts';
import { writeModulesPage, writeSpaPage } from './pages/app-page.ts';
import { writeShopPage } from './pages/shop-page.ts';
import type { Site } from './site.ts';

/** A response that is ready but for its delay: nothing is generated while somebody waits. */
export interface Prepared extends Body {
  readonly gzipped?: Buffer;
  readonly delay: Milliseconds;
  readonly isPage: boolean;
  /** Equal when the body is the same: what is known already is not built again. */
  readonly key: string;
}

export interface PreparedSite {
  readonly site: Site;
  readonly own: ReadonlyMap<string, Prepared>;
  readonly thirdParty: ReadonlyMap<string, Prepared>;
}

/** Builds every body of a site, taking those that have not changed from `known`. */
export function prepareSite(
  site: Site,
  thirdPartyOrigin: string,
  known: readonly PreparedSite[] = [],
): PreparedSite {
  const bodies = known.flatMap(({ own, thirdParty }) => [...own.values(), ...thirdParty.values()]);
  const byKey = new Map(bodies.map((prepared) => [prepared.key, prepared]));
  const prepareAssets = (assets: Readonly<Record<string, Asset>>): [string, Prepared][] =>
    Object.entries(assets).map(([path, asset]) => {
      const { delay, ...content } = asset;
      const key = path + JSON.stringify(content);
      const body = byKey.get(key) ?? compress(buildBody(path, asset));
      return [path, { ...body, key, delay, isPage: false }];
    });
  const pages = Object.entries(writePages(site, thirdPartyOrigin)).map(([path, html]): [string, Prepared] => {
    const body = compress(textBody('text/html; charset=utf-8', html));
    return [path, { ...body, key: '', delay: site.documentDelay, isPage: true }];
  });
  return {
    site,
    own: new Map([...pages, ...prepareAssets(site.assets)]),
    thirdParty: new Map(prepareAssets(site.thirdPartyAssets)),
  };
}

function writePages(site: Site, thirdPartyOrigin: string): Record<LabPage, string> {
  return {
    '/': writeShopPage(site.shop, thirdPartyOrigin),
    '/article': writeArticlePage(site.article),
    '/spa': writeSpaPage(site.spa),
    '/modules': writeModulesPage(),
  };
}

function compress(body: Body): Body & { gzipped?: Buffer } {
  return body.compressible ? { ...body, gzipped: gzipSync(body.bytes) } : body;
}
