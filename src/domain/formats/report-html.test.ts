import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../build-snapshot.ts';
import { createCapture } from '../capture.fixture.ts';
import type { JudgedVisit } from '../select-baseline.ts';
import { COMPARISON, HOSTILE } from './comparison.fixture.ts';
import { drawBars } from './draw-bars.ts';
import { html } from './html.ts';
import { formatReportHtml } from './report-html.ts';

const judgement: JudgedVisit['judgement'] = {
  rule: 'scan',
  cohort: 'reload/cold/desktop',
  excluded: [],
  metrics: {},
  budgets: [
    {
      budgetId: 'a',
      key: 'user-timing:<b>',
      target: { kind: 'user-timing', name: '<b>' },
      status: 'broken',
      unit: 'ms',
      limit: 100,
      actual: 140,
    },
  ],
};
const snapshot = buildSnapshot(createCapture());
const visits = [200, 300].map((largestContentfulPaint, i) => ({
  snapshot: { ...snapshot, visitId: String(i), metrics: { largestContentfulPaint, transferSize: 12_000 } },
  judgement,
}));
const report = { page: COMPARISON.page, visits, comparison: COMPARISON, measured: 'today', version: '1.0.0' };

describe('formatReportHtml', () => {
  it('says what changed, why, what is over budget, and which resources came', () => {
    const text = formatReportHtml(report)
      .replaceAll(/<[^>]*>|\s+/g, ' ')
      .replaceAll(/ +/g, ' ');
    expect(text).toContain('LCP regressed by 412 ms.');
    expect(text).toContain('LCP 300 ms 1,180 ms 1,592 ms +412 ms +35 % regressed');
    expect(text).toContain('Why Largest Contentful Paint changed by +412 ms');
    expect(text).toContain('added render-blocking script /js/consent.js (254 kB) : +310 ms (75 %');
    expect(text).toContain('100 ms 140 ms broken');
    expect(text).toContain('added /js/consent.js render-blocking script 254 kB 180 ms');
  });

  it('says of a sum with hidden sizes that it is at least that', () => {
    const hidden = visits.map((visit) => ({
      ...visit,
      snapshot: { ...visit.snapshot, totals: snapshot.totals.map((total) => ({ ...total, restricted: 1 })) },
    }));
    expect(formatReportHtml({ ...report, visits: hidden })).toContain('≥ 12 kB');
    expect(formatReportHtml(report)).not.toContain('≥');
  });

  it('draws the causes as a running sum from the baseline to now', () => {
    const [, chart = ''] = /<svg class="ledger"(.*?)<\/svg>/s.exec(formatReportHtml(report)) ?? [];
    const words = [...chart.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(words.slice(0, 4)).toEqual(['1,180 ms', 'Baseline', '+310 ms', '1']);
    expect(words.slice(-2)).toEqual(['1,592 ms', 'Now']);
    expect(chart.match(/<rect/g)).toHaveLength(words.length / 2);
  });

  it('is about loads of one kind', () => {
    const other = { ...visits[0]!, judgement: { ...judgement, cohort: 'navigate/cold/desktop' } };
    expect(formatReportHtml({ ...report, visits: [other, ...visits] })).toContain('2 loads');
  });

  it('asks for nothing and runs nothing', () => {
    const document = formatReportHtml(report);
    expect(document).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(document).not.toMatch(/<script|<link|<img|src=|href=|url\(/);
  });

  it('escapes what a page has chosen', () => {
    const hostile = { ...HOSTILE, page: '"><img src=x onerror=alert(1)>', summary: '</title><script>' };
    const document = formatReportHtml({ ...report, page: hostile.page, comparison: hostile });
    expect(document).not.toMatch(/<img|<script|<b>|[\p{Bidi_Control}]/u);
    expect(document).toContain('<h1>&quot;&gt;&lt;img src=x onerror=alert(1)&gt;</h1>');
  });

  it('shows a page without a baseline, and one without loads', () => {
    expect(formatReportHtml({ ...report, comparison: undefined })).toContain('no baseline yet');
    expect(formatReportHtml({ ...report, visits: [], comparison: undefined })).toContain('0 loads');
  });
});

it.each([
  ["'", '&#39;'],
  ['"', '&quot;'],
  ['<&>', '&lt;&amp;&gt;'],
  ['\u0000\u202e', '??'],
  [7, '7'],
])('html writes %j as %s', (part, markup) => {
  expect(html`<p title="${part}">`.markup).toBe(`<p title="${markup}">`);
});

it('drawBars draws a gap for a load that did not measure', () => {
  const { markup } = drawBars([1, undefined, 2], 1);
  expect(markup.match(/<rect/g)).toHaveLength(2);
  expect(markup).toContain('<line x1="0" x2="24"');
  expect(drawBars([undefined, 0], undefined).markup).toBe('');
});
