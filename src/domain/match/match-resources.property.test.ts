import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { redactUrl } from '../page.ts';
import type { Resource } from '../snapshot.ts';
import { matchResources } from './match-resources.ts';
import { createResource } from './resource.fixture.ts';

const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('app', 'main', 'api', 'v1.2.3', '42', '9f8e7d6c5b4a', 'app-BQ3xk_9Z'),
  },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '__proto__', 'constructor', '*', ':n', ':id', '%zz', '%2F', '\u202E', '..', '@', '-_-'),
);

const url = fc
  .tuple(
    fc.constantFrom('https://shop.test', 'https://cdn1.shop.test', 'http://[::1]:80', 'data:', 'blob:x', ''),
    fc.array(piece, { maxLength: 4 }),
    fc.constantFrom('', '.js', '.css', '.png', '?v=1', '?a=1&a=2&=', '#x'),
  )
  .map(([origin, pieces, end]) => `${origin}/${pieces.join('/')}${end}`);

const resource = fc
  .tuple(url, fc.constantFrom('script', 'fetch', 'image', 'other' as const), fc.nat(100_000), fc.nat(5_000))
  .map(([text, type, encodedSize, startTime]): Resource => {
    const some = createResource('/a.js', { encodedSize, startTime });
    // As they are stored: redacted, though reports of others may hold anything.
    return { ...some, type, url: text.length % 2 === 0 ? redactUrl(text) : text };
  });

const load = fc.array(resource, { maxLength: 30 });

it('accounts for every resource of both loads exactly once, whatever they are called', () => {
  fc.assert(
    fc.property(load, load, (baseline, current) => {
      const { matches, added, removed } = matchResources(baseline, current);
      expect(sorted([...matches.map((match) => match.baseline), ...removed])).toEqual(sorted(baseline));
      expect(sorted([...matches.map((match) => match.current), ...added])).toEqual(sorted(current));
      for (const match of matches) {
        expect(match.baseline.type).toBe(match.current.type);
        expect(match.confidence).toBeGreaterThan(0);
        expect(match.confidence).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 500 },
  );
});

it('finds every resource again in a load that is the same', () => {
  fc.assert(
    fc.property(load, (resources) => {
      const { matches, added, removed } = matchResources(resources, structuredClone(resources));
      expect([added, removed]).toEqual([[], []]);
      for (const { baseline, current } of matches) expect(current.url).toBe(baseline.url);
    }),
    { numRuns: 300 },
  );
});

function sorted(resources: readonly Resource[]): string[] {
  return resources.map((each) => JSON.stringify(each)).sort();
}
