import { expect, test } from 'vitest';
import { isDocument } from '../build-snapshot.ts';
import { matchResources } from '../match/match-resources.ts';
import type { Snapshot } from '../snapshot.ts';
import { loadPage } from './page-snapshot.fixture.ts';
import { addResources, APP, ARTICLE, changeResource, SHOP } from './page-spec.fixture.ts';
import { type Discovery, findDiscoveries } from './discoveries.ts';
import { prepareLoad } from './prepare-load.ts';
import { uniteLoads } from './union.ts';
import { CURRENT } from './world.ts';

/** Name of the file that each resource of the current load hangs on. */
function listParents(before: Snapshot, after: Snapshot): Record<string, string[]> {
  const [a, b] = [before, after].map(({ resources }) => resources.filter((r) => !isDocument(r)));
  const union = uniteLoads([prepareLoad(before), prepareLoad(after)], matchResources(a ?? [], b ?? []));
  const discoveries = findDiscoveries(union).of[CURRENT];
  const name = (url: string): string => url.split('/').at(-1) || 'document';
  const namesOf = (discovery: Discovery | undefined) =>
    discovery?.parents.map(({ from }) => name(from.latest.url)) ?? [];
  return Object.fromEntries(
    union.nodes.slice(1).map(({ index, latest }) => [name(latest.url), namesOf(discoveries[index])]),
  );
}

test('what the parser finds hangs on the document, a font on the style sheet before it', () => {
  const parents = listParents(loadPage(ARTICLE), loadPage(ARTICLE));
  expect(parents).toMatchObject({ 'main.css': ['document'], 'brand.woff2': ['main.css'] });
});

test('two loads show who asks for an image that nothing names', () => {
  const slow = changeResource(APP, '/api/products', { server: 300 });
  expect(listParents(loadPage(APP), loadPage(slow))['hero.png']).toContain('products');
});

test('an added resource is traced to the added script that ends just before it', () => {
  const tag = { path: '/js/tag.js', size: 9_000, server: 250, execute: 30, mode: 'async' } as const;
  const tagged = addResources(SHOP, tag, { path: '/js/sub.js', size: 9_000, after: '/js/tag.js' });
  expect(listParents(loadPage(SHOP), loadPage(tagged))['sub.js']).toContain('tag.js');
});

test('an initiator in DevTools’ log is believed before anything that could be inferred', () => {
  const named = (snapshot: Snapshot): Snapshot => ({
    ...snapshot,
    resources: snapshot.resources.map((resource) =>
      resource.url.endsWith('/hero.png')
        ? {
            ...resource,
            networkLog: {
              initiatorType: 'script',
              initiatorStack: ['https://shop.test/assets/index-BQ3xk_9Z.js'],
            },
          }
        : resource,
    ),
  });
  const parents = listParents(named(loadPage(APP)), named(loadPage(APP)));
  expect(parents['hero.png']).toContain('index-BQ3xk_9Z.js');
});
