import { sayCause } from './words/say-english.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from './explain.ts';
import { createResource } from './match/resource.fixture.ts';
import { METRIC_NAMES } from './metric.ts';
import { arbitraryPage } from './replay/page.arbitrary.fixture.ts';
import { loadPage, loadPages } from './replay/page-snapshot.fixture.ts';
import { addResources, changeResource, SHOP } from './replay/page-spec.fixture.ts';
import type { Resource, Snapshot } from './snapshot.ts';

const TAG = { path: '/js/tag.js', size: 90_000, execute: 80, mode: 'blocking' } as const;
const before = loadPages(SHOP, 3, 1);
const after = loadPages(addResources(SHOP, TAG), 3, 2);

describe('what cannot be compared is said', () => {
  test.each<[string, Snapshot[], Snapshot[], string]>([
    ['no load', before, [], 'There is no load to compare: load the page first.'],
    ['no baseline', [], after, 'There is no baseline yet: load the page a few times, then compare.'],
    ['nothing changed', before, before, 'No metric changed beyond its noise. No resource changed.'],
    [
      'no resources',
      before.map((snapshot) => ({ ...snapshot, resources: [] })),
      after,
      'No metric changed beyond its noise. The baseline has no resources recorded, so every resource counts as added.',
    ],
  ])('%s', (_case, baseline, current, summary) => {
    const comparison = explain(baseline, current, {});
    expect(sayCause(comparison.summary)).toBe(summary);
    if (baseline.length === 0 || current.length === 0) {
      expect(comparison.metrics).toEqual({});
      expect(comparison.verdict).toBe('needs-more-loads');
    }
  });
});

test('the summary names the worst metric and its largest cause', () => {
  const verdicts = { firstContentfulPaint: { verdict: 'regressed' } } as const;
  expect(sayCause(explain(before, after, verdicts).summary)).toMatch(
    /^FCP regressed by \+\d+ ms: added render-blocking script \/js\/tag\.js \(90 kB\) \(\+\d+ ms\)\.$/,
  );
});

test('a metric is compared when both sides measured it, and its verdict is the one given', () => {
  const { metrics, verdict } = explain(before, after, {
    load: { verdict: 'improved' },
    firstContentfulPaint: { verdict: 'needs-more-loads' },
  });
  expect(metrics).not.toHaveProperty('interactionToNextPaint');
  expect(metrics.load?.verdict).toBe('improved');
  expect(metrics.requests?.verdict).toBe('unchanged');
  expect(metrics.requests?.baseline).toEqual({ median: 13, n: 3 });
  expect(verdict).toBe('improved');
});

test('a delay after the image is not added to a load whose first paint came after it', () => {
  const withLargestPaint = (snapshot: Snapshot, value: number): Snapshot => ({
    ...snapshot,
    metrics: { ...snapshot.metrics, largestContentfulPaint: value },
    vitals: {
      ...snapshot.vitals,
      largestContentfulPaint: { ...snapshot.vitals.largestContentfulPaint, value },
    },
  });
  const light = changeResource(SHOP, '/img/hero.png', { size: 40_000 });
  const quick = loadPage(light);
  const hero = quick.resources.find(({ url }) => url.endsWith('/img/hero.png'));
  const firstPaint = quick.metrics.firstContentfulPaint ?? 0;
  const shown = Math.max(firstPaint, hero?.responseEnd ?? 0) + 90;
  const slow = loadPage(addResources(light, { ...TAG, execute: 400 }));
  const { metrics } = explain(
    [withLargestPaint(quick, shown)],
    [withLargestPaint(slow, slow.metrics.firstContentfulPaint ?? 0)],
    {},
  );
  const { delta = 0, causes = [] } = metrics.largestContentfulPaint ?? {};
  expect(causes[0]?.resource).toBe('/js/tag.js');
  expect(Math.abs((causes[0]?.contribution ?? 0) - delta)).toBeLessThan(0.1 * delta);
});

test('requests and bytes are divided to the last one', () => {
  const grown = changeResource(addResources(SHOP, TAG), '/img/hero.png', { size: 190_000 });
  const { metrics } = explain([loadPage(SHOP)], [loadPage(grown)], {
    transferSize: { verdict: 'regressed' },
    requests: { verdict: 'regressed' },
  });
  expect(metrics.requests).toMatchObject({ delta: 1, unexplained: 0 });
  expect(metrics.transferSize).toMatchObject({ delta: 130_300, unexplained: 0 });
  expect(metrics.transferSize?.causes).toMatchObject([
    {
      kind: 'added-resource',
      resource: '/js/tag.js',
      contribution: 90_300,
      whatIf: { action: 'remove', saves: 90_300 },
    },
    {
      kind: 'resized-resource',
      resource: '/img/hero.png',
      contribution: 40_000,
      whatIf: { action: 'shrink', saves: 40_000 },
    },
  ]);
});

test('a style sheet put in after the paint is cleared of blocking it', () => {
  const before = loadPage(SHOP);
  const painted = before.metrics.firstContentfulPaint ?? 0;
  const late = createResource('/css/late.css', {
    startTime: painted + 120,
    requestStart: painted + 122,
    responseStart: painted + 300,
    responseEnd: painted + 800,
    initiatorType: 'link',
    renderBlocking: true,
  });
  const after = {
    ...before,
    resources: [...before.resources, late],
    metrics: { ...before.metrics, firstContentfulPaint: painted + 90, load: painted + 805 },
  };
  const verdicts = {
    firstContentfulPaint: { verdict: 'regressed' },
    load: { verdict: 'regressed' },
  } as const;
  const { metrics } = explain([before], [after], verdicts);
  expect(metrics.firstContentfulPaint?.causes.map(({ resource }) => resource)).not.toContain('/css/late.css');
  expect(sayCause(metrics.load?.causes[0]?.summary ?? '')).toMatch(/^added stylesheet \/css\/late\.css/);
});

test('third-party resources are named by their URL', () => {
  const path = 'https://tags.example/t.js';
  const tagged = addResources(SHOP, { ...TAG, path });
  const verdicts = { load: { verdict: 'regressed' } } as const;
  expect(explain([loadPage(SHOP)], [loadPage(tagged)], verdicts).metrics.load?.causes[0]?.resource).toBe(
    path,
  );
});

test.each([
  [
    'a single slow answer is likely at most',
    changeResource(SHOP, '/css/main.css', { server: 700 }),
    'medium',
  ],
  ['a new file is a fact', addResources(SHOP, TAG), 'high'],
])('%s', (_case, page, confidence) => {
  const verdicts = { firstContentfulPaint: { verdict: 'regressed' } } as const;
  const { metrics } = explain([loadPage(SHOP)], [loadPage(page)], verdicts);
  expect(metrics.firstContentfulPaint?.causes.map((cause) => cause.confidence)).toEqual([confidence]);
});

test('any two pages: numbers are finite, parts add up, nothing is listed below its gate', () => {
  fc.assert(
    fc.property(arbitraryPage, arbitraryPage, fc.boolean(), (a, b, confirmed) => {
      const verdict = confirmed ? 'regressed' : 'unchanged';
      const verdicts = Object.fromEntries(METRIC_NAMES.map((name) => [name, { verdict } as const]));
      const { metrics } = explain([loadPage(a)], [loadPage(b)], verdicts);
      for (const { delta, causes, unexplained, unit } of Object.values(metrics)) {
        const sum = causes.reduce((total, { contribution }) => total + contribution, unexplained);
        expect(sum).toBeCloseTo(delta, 6);
        expect(Number.isFinite(unexplained)).toBe(true);
        for (const { contribution } of unit === 'ms' ? causes : []) {
          const ofSmallChange = confirmed && contribution * delta > 0;
          // A third, less what rounding takes.
          const least = ofSmallChange ? Math.min(25, Math.max(10, Math.abs(delta) / 3 - 0.05)) : 25;
          expect(Math.abs(contribution)).toBeGreaterThanOrEqual(least);
        }
        const inOrder = causes.map(({ contribution }) => contribution * (delta < 0 ? -1 : 1));
        expect(inOrder).toEqual(inOrder.toSorted((x, y) => y - x));
      }
    }),
    { numRuns: 40 },
  );
});

test('whatever a page reports of its resources and frames, the parts add up', () => {
  const moment = fc.oneof(fc.integer({ min: -500, max: 5_000 }), fc.constant(0), fc.constant(undefined));
  const timing = fc.record({
    startTime: fc.integer({ min: -500, max: 5_000 }),
    requestStart: moment,
    responseStart: moment,
    responseEnd: fc.integer({ min: -500, max: 5_000 }),
    encodedSize: fc.option(fc.nat(1e6), { nil: undefined }),
    renderBlocking: fc.boolean(),
  });
  const frame = fc.record({
    startTime: fc.integer({ min: -100, max: 5_000 }),
    duration: fc.nat(2_000),
    script: fc.nat(12),
  });
  const distort = (
    snapshot: Snapshot,
    timings: Partial<Resource>[],
    frames: { startTime: number; duration: number; script: number }[],
  ): Snapshot => ({
    ...snapshot,
    resources: snapshot.resources.map((resource, i) => ({ ...resource, ...timings[i] })),
    longFrames: frames.map(({ startTime, duration, script }) => {
      const url = snapshot.resources[script]?.url ?? 'blob:x';
      return { startTime, duration, scripts: [{ url, startTime, duration, invokerType: 'classic-script' }] };
    }),
  });
  const [page, other] = [loadPage(SHOP), loadPage(addResources(SHOP, TAG))];
  fc.assert(
    fc.property(fc.array(timing, { maxLength: 14 }), fc.array(frame, { maxLength: 6 }), (timings, frames) => {
      const load = { verdict: 'regressed' } as const;
      const { metrics } = explain([page], [distort(other, timings, frames)], {
        load,
        firstContentfulPaint: load,
      });
      for (const { delta, causes, unexplained } of Object.values(metrics)) {
        const sum = causes.reduce((total, { contribution }) => total + contribution, unexplained);
        expect(sum).toBeCloseTo(delta, 6);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same loads give the same bytes', () => {
  const verdicts = { load: { verdict: 'regressed' } } as const;
  expect(JSON.stringify(explain(before, after, verdicts))).toBe(
    JSON.stringify(explain(before, after, verdicts)),
  );
});
