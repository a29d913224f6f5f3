import fc from 'fast-check';
import { type PageSpec, type ResourceSpec, SHOP } from './page-spec.fixture.ts';

const size = fc.integer({ min: 200, max: 200_000 });
const server = fc.integer({ min: 1, max: 300 });

const resource = fc.record({
  type: fc.constantFrom('js', 'css', 'png', 'woff2', 'api'),
  size,
  server,
  execute: fc.integer({ min: 0, max: 150 }),
  mode: fc.constantFrom('blocking', 'deferred', 'async', undefined),
  parent: fc.option(fc.integer({ min: 0, max: 20 })),
  cached: fc.boolean(),
  third: fc.boolean(),
});

/** Pages of up to 14 resources of all types, discovered by the parser or by each other, on lines of all speeds. */
export const arbitraryPage: fc.Arbitrary<PageSpec> = fc
  .record({
    server,
    redirect: fc.constantFrom(0, 0, 120),
    size,
    elements: fc.integer({ min: 10, max: 5_000 }),
    inline: fc.constantFrom(0, 0, 120),
    bandwidth: fc.constantFrom(150, 1_250, 20_000),
    latency: fc.integer({ min: 1, max: 120 }),
    resources: fc.array(resource, { maxLength: 14 }),
    largest: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ resources, largest, ...page }) => {
    const specs = resources.map((r, i) => specify(r, resources.slice(0, i)));
    const shown = specs[largest];
    const waitsFor = shown ? [shown.path] : [];
    const url = shown?.path.endsWith('png') ? { url: shown.path } : {};
    return { ...SHOP, ...page, resources: specs, largest: { target: 'main', waitsFor, ...url } };
  });

type Drawn = typeof resource extends fc.Arbitrary<infer T> ? T : never;

function specify(drawn: Drawn, earlier: readonly Drawn[]): ResourceSpec {
  const { type, size, server, execute, mode, parent, cached } = drawn;
  const after = parent === null ? undefined : earlier[parent];
  const isMode = type === 'js' || (type === 'css' && mode === 'blocking');
  return {
    path: pathOf(drawn, earlier.length),
    size,
    server,
    ...(type === 'js' && { execute }),
    ...(isMode && !after && mode && { mode }),
    ...(after && { after: pathOf(after, earlier.indexOf(after)) }),
    ...(cached && { cached }),
  };
}

function pathOf({ type, third }: Drawn, index: number): string {
  const path = type === 'api' ? `/api/call${index}` : `/r${index}.${type}`;
  return third ? `https://cdn.example${path}` : path;
}
