import { describe, expect, it } from 'vitest';
import { COMPARISON, HOSTILE, UNCHANGED } from '../../src/domain/formats/comparison.fixture.ts';
import type { PageComparison } from '../../src/domain/compare-reports.ts';
import { formatComparison } from './comparison.ts';

it.each([
  ['markdown', '### http://localhost:4610/: regressed'],
  ['junit', '<testsuite name="http://localhost:4610/"'],
] as const)('%s is what the panel writes, too', (format, part) => {
  expect(formatComparison([COMPARISON], format, true)).toContain(part);
});

describe('text', () => {
  it('shows every measured metric, the causes of what regressed, and the resources', () => {
    expect(formatComparison([COMPARISON, UNCHANGED], 'text', false)).toBe(`http://localhost:4610/  regressed
navigate/cold/desktop
LCP regressed by 412 ms.

Metric    Baseline       Now   Change         Verdict
LCP       1,180 ms  1,592 ms  +412 ms  +35 %  regressed
TBT           0 ms      3 ms    +3 ms         needs more loads
Transfer    612 kB    600 kB   −12 kB   −2 %  improved

Why Largest Contentful Paint changed by +412 ms
  1. added render-blocking script /js/consent.js (254 kB): +310 ms (75 %, confirmed by 8 loads)
     It was fetched before the first paint in 8 of 8 loads.
     > Load it with defer. (defer: saves 300 ms)
  2. slower answer of /api/products: +58 ms (14 %, likely)
     > Look at the server.
     +44 ms not explained by what was recorded

Resources that changed
  Change  Resource        Type      Size  Duration
  added   /js/consent.js  script  254 kB    180 ms  render-blocking

http://localhost:4610/article  unchanged
navigate/cold/desktop

Metric    Baseline     Now  Change        Verdict
Transfer    612 kB  600 kB  −12 kB  −2 %  unchanged
`);
  });

  it('shows what a regressed metric is made of, before and now', () => {
    const parts: PageComparison['parts'] = {
      largestContentfulPaint: {
        kind: 'steps',
        target: { baseline: 'h1', current: 'img\u001b' },
        rows: [
          { label: 'load delay', baseline: 20, current: 320 },
          { label: 'render delay', current: 12 },
        ],
      },
    };
    expect(formatComparison([{ ...COMPARISON, parts }], 'text', false)).toContain(`
     +44 ms not explained by what was recorded
     Its steps (img?, before h1):
       load delay: 20 ms → 320 ms (+300 ms)
       render delay: not measured → 12 ms
`);
  });

  it('is coloured only when asked to be, and says the same', () => {
    const plain = formatComparison([COMPARISON], 'text', false);
    const coloured = formatComparison([COMPARISON], 'text', true);
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[31mregressed\u001b[0m');
    expect(coloured.replace(/\p{Cc}\[\d+m/gu, '')).toBe(plain);
  });

  it('lets no page write control characters to the terminal', () => {
    const text = formatComparison([HOSTILE], 'text', false);
    expect(text).toContain('added /?[31m<b>&"`|*@team?.js');
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });
});

describe('json', () => {
  it('has the published shape and nothing else', () => {
    const document = JSON.parse(formatComparison([COMPARISON], 'json', true));
    expect(Object.keys(document)).toEqual(['verdict', 'metrics', 'resources']);
    expect(Object.keys(document.resources)).toEqual(['added', 'removed', 'resized', 'retimed', 'renamed']);
    expect(document.metrics.largestContentfulPaint).toEqual({
      verdict: 'regressed',
      unit: 'ms',
      delta: 412,
      baseline: { median: 1180, n: 8 },
      current: { median: 1592, n: 8 },
      causes: [
        {
          kind: 'added-resource',
          resource: '/js/consent.js',
          contribution: 310,
          share: 0.7524,
          confidence: 'high',
          evidence: ['It was fetched before the first paint in 8 of 8 loads.'],
          advice: 'Load it with defer.',
          whatIf: { action: 'defer', saves: 300 },
        },
        {
          kind: 'slow-server',
          resource: '/api/products',
          contribution: 58,
          share: 0.1408,
          confidence: 'medium',
          evidence: [],
          advice: 'Look at the server.',
        },
      ],
      unexplained: 44,
    });
  });

  it('keeps the shape for the worst of several pages and adds the others', () => {
    const document = JSON.parse(formatComparison([COMPARISON, UNCHANGED], 'json', false));
    expect(document).toMatchObject({ verdict: 'regressed', page: 'http://localhost:4610/' });
    expect(document.otherPages).toHaveLength(1);
    expect(document.otherPages[0]).toMatchObject({
      page: 'http://localhost:4610/article',
      verdict: 'unchanged',
    });
  });
});
