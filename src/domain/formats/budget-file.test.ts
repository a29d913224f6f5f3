import { sayBudget } from '../words/say-english.ts';
import { describe, expect, it } from 'vitest';
import { DEFAULT_BUDGET, matchesPattern } from '../budget.ts';
import { buildSnapshot } from '../build-snapshot.ts';
import { createCapture } from '../capture.fixture.ts';
import { evaluateBudgets } from '../evaluate-budgets.ts';
import { InputError } from '../parse-report.ts';
import { parseBudgetFile, serializeBudgets } from './budget-file.ts';
import { BUDGET_FORMATS } from './budget-format.ts';
import { importPath } from './path-pattern.ts';

const read = (input: unknown) => parseBudgetFile(JSON.stringify(input), 'budget.json');

const lighthouse = [
  {
    resourceSizes: [
      { resourceType: 'script', budget: 125 },
      { resourceType: 'total', budget: 300 },
    ],
  },
  {
    path: '/blog/',
    timings: [
      { metric: 'first-contentful-paint', budget: 1500 },
      { metric: 'speed-index', budget: 3000 },
      { metric: 'cumulative-layout-shift', budget: 0.1 },
    ],
    resourceCounts: [
      { resourceType: 'third-party', budget: 10 },
      { resourceType: 'other', budget: 4 },
    ],
  },
];

const lhci = {
  ci: {
    assert: {
      preset: 'lighthouse:no-pwa',
      assertions: {
        'first-contentful-paint': ['error', { maxNumericValue: 2000, aggregationMethod: 'optimistic' }],
        'resource-summary:script:size': ['error', { maxNumericValue: 125_000 }],
        'resource-summary.third-party.count': ['error', { maxNumericValue: 5 }],
        'user-timings:hydrated': ['error', { maxNumericValue: 300 }],
        'largest-contentful-paint': ['warn', { maxNumericValue: 2500 }],
        'categories:performance': ['error', { minScore: 0.9 }],
        'uses-responsive-images': 'off',
      },
    },
  },
};

const sitespeed = {
  budget: {
    timings: { firstPaint: 1000, fullyLoaded: 2000 },
    googleWebVitals: { largestContentfulPaint: 2500, cumulativeLayoutShift: 0.05 },
    requests: { total: 89, image: 10 },
    transferSize: { total: 400_000, javascript: 150_000 },
    thirdParty: { transferSize: 1000, requests: 0 },
    score: { performance: 90 },
    usertimings: { hydrated: 300 },
    'https://shop.test/cart': { requests: { total: 40 } },
  },
};

describe('parseBudgetFile', () => {
  it('reads Lighthouse budgets: KiB to bytes, paths to patterns, the last match alone', () => {
    const { format, value } = read(lighthouse);
    expect(format).toBe('lighthouse');
    expect(value).toMatchObject([
      {
        pattern: '*',
        replacesEarlier: true,
        limits: [
          { target: { kind: 'resources', type: 'script', measure: 'transferSize' }, max: 128_000 },
          { target: { kind: 'metric', metric: 'transferSize' }, max: 307_200 },
        ],
      },
      {
        pattern: '/blog/*',
        limits: [
          { target: { metric: 'firstContentfulPaint' }, max: 1500 },
          { target: { kind: 'unmeasurable', name: 'speed-index' }, max: 3000 },
          { target: { metric: 'cumulativeLayoutShift' }, max: 0.1 },
          { target: { kind: 'resources', type: 'total', party: 'third', measure: 'requests' }, max: 10 },
          { target: { kind: 'resources', type: 'other-and-fetch', measure: 'requests' }, max: 4 },
        ],
      },
    ]);
    const blog = buildSnapshot(createCapture({ url: 'http://localhost:8080/blog/1' }));
    const results = evaluateBudgets(blog, [DEFAULT_BUDGET, ...value], {});
    expect(results.map(({ key, status }) => `${key} ${status}`)).toEqual([
      'firstContentfulPaint within',
      'unmeasurable:speed-index not-measured',
      'cumulativeLayoutShift within',
      'resources:total:third:requests within',
      'resources:other-and-fetch:any:requests within',
    ]);
  });

  it('reads Lighthouse CI assertions: bytes stay bytes, only errors with a maximum are limits', () => {
    const { format, value, lost } = read(lhci);
    expect(format).toBe('lhci');
    expect(value[0]?.limits).toEqual([
      { type: 'absolute', target: { kind: 'metric', metric: 'firstContentfulPaint' }, max: 2000 },
      {
        type: 'absolute',
        target: { kind: 'resources', type: 'script', measure: 'transferSize' },
        max: 125_000,
      },
      {
        type: 'absolute',
        target: { kind: 'resources', type: 'total', party: 'third', measure: 'requests' },
        max: 5,
      },
      { type: 'absolute', target: { kind: 'user-timing', name: 'hydrated' }, max: 300 },
    ]);
    expect(lost.map(sayBudget)).toEqual([
      "preset lighthouse:no-pwa: presets assert Lighthouse's audits; left out",
      'first-contentful-paint: aggregationMethod optimistic: every load is judged here',
      'largest-contentful-paint: only a warning there, and a budget here would fail; left out',
      "categories:performance: an audit of Lighthouse's own; left out",
    ]);
  });

  it('reads sitespeed.io budgets: defaults, and URLs that override them', () => {
    const { format, value, lost } = read(sitespeed);
    expect(format).toBe('sitespeed');
    expect(value.map(({ pattern }) => pattern)).toEqual(['*', 'https://shop.test/cart']);
    expect(value[1]?.limits).toEqual([
      { type: 'absolute', target: { kind: 'metric', metric: 'requests' }, max: 40 },
    ]);
    expect(value[0]?.limits.map(({ target }) => target)).toContainEqual({
      kind: 'unmeasurable',
      name: 'fullyLoaded',
    });
    expect(lost.map(sayBudget)).toEqual([
      'score.performance: not a cost of a load that is measured here; left out',
    ]);
  });

  it.each([
    [[{ path: 'blog' }], 'budget.json: [0].path: expected a path that begins with "/", got "blog"'],
    [
      [{ resourceSizes: [{ resourceType: 'js', budget: 1 }] }],
      /^budget\.json: \[0\]\.resourceSizes\[0\]\.resourceType: expected \("total" \| .*\), got "js"$/,
    ],
    [{ ci: {} }, 'budget.json: ci.assert: expected a value, got nothing'],
    [{ budget: { timings: { load: 'x' } } }, 'budget.json: budget.timings: load: expected number, got "x"'],
    [
      { anything: 1 },
      /^budget\.json: the document: expected budgets of pbm, lighthouse, lhci, sitespeed, got/,
    ],
    [
      { 'browsertime.pageSummary': [{ max: 1 }] },
      'budget.json: browsertime.pageSummary[0].metric: expected a value, got nothing',
    ],
  ])('refuses %j with one clear line', (input, message) => {
    expect(() => read(input)).toThrow(typeof message === 'string' ? new InputError(message) : message);
  });
});

describe('serializeBudgets', () => {
  it.each([
    ['lighthouse', lighthouse],
    ['sitespeed', { budget: { ...sitespeed.budget, score: undefined } }],
  ] as const)('writes %s back as it was read', (format, input) => {
    const { value, lost } = serializeBudgets(read(input).value, format);
    expect(JSON.parse(value)).toEqual(JSON.parse(JSON.stringify(input)));
    expect(lost).toEqual([]);
  });

  it('writes Lighthouse CI assertions that read back the same', () => {
    const { value } = read(lhci);
    expect(read(JSON.parse(serializeBudgets(value, 'lhci').value)).value).toEqual(value);
  });

  it.each(BUDGET_FORMATS)('says what the default budget loses as %s', (format) => {
    const { lost } = serializeBudgets([DEFAULT_BUDGET], format);
    const expected = { pbm: 0, lighthouse: 2, lhci: 1, sitespeed: 0 }[format];
    expect(lost).toHaveLength(expected);
  });
});

describe('importPath', () => {
  it.each([
    [undefined, '/anything', true],
    ['/', '/anything', true],
    ['/blog', '/blog/post', true],
    ['/blog$', '/blog', true],
    ['/blog$', '/blog/post', false],
    ['/a*z', '/a/b/z/c', true],
    ['/a*z$', '/a/b/z', true],
    ['/a*z$', '/a/b/z/c', false],
    ['/c++', '/c++/x', true],
  ])('%s on %s: %s', (path, pathname, expected) => {
    expect(matchesPattern(importPath(path), `https://a.test${pathname}`)).toBe(expected);
  });
});
