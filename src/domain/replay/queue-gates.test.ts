import { expect, test } from 'vitest';
import { loadPage } from './page-snapshot.fixture.ts';
import { addResources, ARTICLE, type PageSpec } from './page-spec.fixture.ts';
import { prepareLoad } from './prepare-load.ts';
import { findQueueGates } from './queue-gates.ts';
import { uniteLoads } from './union.ts';

function gatesOf(page: PageSpec) {
  const load = prepareLoad(loadPage(page));
  const matches = load.nodes.flatMap(({ resource }, i) =>
    resource && i > 0
      ? [{ baseline: resource, current: resource, confidence: 1, level: 'exact' as const }]
      : [],
  );
  return findQueueGates(uniteLoads([load, load], { matches, added: [], removed: [] }));
}

const icons = Array.from({ length: 9 }, (_, i) => ({ path: `/icons/i${i}.png`, size: 4_000 }));

test('the seventh request to a host waits for one of the first six', () => {
  const { gates, own } = gatesOf(addResources(ARTICLE, ...icons));
  const held = gates.filter(({ node }) => node.latest.url.endsWith('/main.css'));
  expect(held.length).toBeGreaterThan(0);
  for (const { node, released } of held) {
    expect(released.by.latest.url).toContain('/icons/');
    expect(node.latest.queue).toBeGreaterThan(50);
    expect(own[1][node.index]).toBeLessThan(5);
  }
});

test('requests that are sent at once have no gate', () => {
  expect(gatesOf(ARTICLE).gates).toEqual([]);
});
