import { expect, test } from 'vitest';
import { buildSnapshot } from '../build-snapshot.ts';
import { createCapture } from '../capture.fixture.ts';
import type { Resource, Snapshot } from '../snapshot.ts';
import { diffResources } from './diff-resources.ts';
import { createResource } from './resource.fixture.ts';

function createLoad(...resources: Resource[]): Snapshot {
  const snapshot = buildSnapshot(createCapture({ url: 'https://shop.test/' }));
  return { ...snapshot, resources: [...snapshot.resources.slice(0, 1), ...resources] };
}

const app = createResource('/app.js');

test('nothing changed: every list is empty', () => {
  const diff = diffResources([createLoad(app)], [createLoad(app)]);
  expect(diff).toEqual({ added: [], removed: [], resized: [], retimed: [], renamed: [] });
});

test('added and removed, small ones too, with size, party and blocking', () => {
  const tag = createResource('https://tags.example/t.js', { encodedSize: 800, renderBlocking: true });
  const diff = diffResources([createLoad(app)], [createLoad(tag)]);
  expect(diff.added).toEqual([
    {
      url: 'https://tags.example/t.js',
      type: 'script',
      party: 'third',
      renderBlocking: true,
      transferSize: { current: 1100 },
      duration: { current: 50 },
    },
  ]);
  expect(diff.removed.map(({ url }) => url)).toEqual(['https://shop.test/app.js']);
});

test.each([
  ['9 % of a small file', 10_000, 10_900, false],
  ['11 % of a small file', 10_000, 11_100, true],
  ['3 % of a large file, but over 10 KB', 400_000, 412_000, true],
  ['12 % smaller', 10_000, 8_800, true],
])('resized: %s', (_case, before, after, expected) => {
  const load = (encodedSize: number) => createLoad(createResource('/app.js', { encodedSize }));
  expect(diffResources([load(before)], [load(after)]).resized).toHaveLength(expected ? 1 : 0);
});

test('a body that came from the cache is not a smaller one', () => {
  const cached = createResource('/app.js', { transferSize: 0, deliveryType: 'cache' });
  expect(diffResources([createLoad(app)], [createLoad(cached)]).resized).toEqual([]);
});

test('retimed beyond 100 ms, with the phase that did it', () => {
  const slow = createResource('/app.js', { responseStart: 200, responseEnd: 215 });
  const [row] = diffResources([createLoad(app)], [createLoad(slow)]).retimed;
  expect(row).toMatchObject({ duration: { baseline: 50, current: 205 }, phase: 'wait' });
  expect((row?.phaseDuration?.current ?? 0) - (row?.phaseDuration?.baseline ?? 0)).toBeGreaterThan(100);
  const hidden = createResource('https://cdn.example/a.js', { requestStart: 0, responseStart: 0 });
  const slower = { ...hidden, responseEnd: 300 };
  const [opaque] = diffResources([createLoad(hidden)], [createLoad(slower)]).retimed;
  expect(opaque?.url).toBe('https://cdn.example/a.js');
  expect(opaque).not.toHaveProperty('phase');
});

test('a rebuilt bundle is renamed, and resized beside it when it grew', () => {
  const before = createResource('/app-BQ3xk_9Z.js', { encodedSize: 60_000 });
  const after = createResource('/app-Zx81_aQw.js', { encodedSize: 90_000 });
  const diff = diffResources([createLoad(before)], [createLoad(after)]);
  expect(diff.renamed).toMatchObject([{ url: after.url, previousUrl: before.url }]);
  expect(diff.resized).toMatchObject([
    { url: after.url, transferSize: { baseline: 60_300, current: 90_300 } },
  ]);
  expect([...diff.added, ...diff.removed]).toEqual([]);
});

test('API calls of one template, and duplicates, are one row with a count', () => {
  const calls = [4, 17, 23].map((id) => createResource(`/api/products/${id}`, { encodedSize: 1_000 }));
  const pixels = [1, 2].map(() => createResource('/pixel.png', { encodedSize: 50 }));
  const { added } = diffResources([createLoad()], [createLoad(...calls, ...pixels)]);
  expect(added).toMatchObject([
    { url: 'https://shop.test/api/products/:n', requests: 3, transferSize: { current: 3_900 } },
    { url: 'https://shop.test/pixel.png', requests: 2, transferSize: { current: 700 } },
  ]);
});

test('of several loads a resource counts when half of them have it, with its median', () => {
  const load = (size: number, ...more: Resource[]) =>
    createLoad(createResource('/app.js', { encodedSize: size }), ...more);
  const beacon = createResource('/once.png');
  const added = createResource('/new.js');
  const diff = diffResources(
    [load(10_000, beacon), load(10_000), load(10_000)],
    [load(10_050, added), load(99_000, added), load(10_000)],
  );
  expect(diff.added.map(({ url }) => url)).toEqual([added.url]);
  expect([...diff.removed, ...diff.resized]).toEqual([]);
});

test('what came after settle is not part of the load', () => {
  const later = createResource('/poll.js', { startTime: 60_000 });
  expect(diffResources([createLoad(app)], [createLoad(app, later)]).added).toEqual([]);
});

test('small files keep a row each: joining them is for whoever shows the table', () => {
  const icons = [1, 2, 3, 4, 5, 6].map((i) => createResource(`/img/icons/i${i}.png`, { encodedSize: 4_000 }));
  const { added } = diffResources([createLoad(app)], [createLoad(app, ...icons)]);
  expect(added.map(({ url }) => url)).toEqual(icons.map(({ url }) => url));
});
