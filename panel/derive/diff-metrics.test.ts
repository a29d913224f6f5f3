import { expect, it } from 'vitest';
import type { Comparison, MetricDiff } from '../../src/domain/cause.ts';
import { deriveDiffMetrics } from './diff-metrics.ts';

const metric = (baseline: number, current: number, overrides: Partial<MetricDiff> = {}): MetricDiff => ({
  verdict: 'unchanged',
  unit: 'ms',
  delta: current - baseline,
  baseline: { median: baseline, n: 5 },
  current: { median: current, n: 1 },
  causes: [],
  unexplained: current - baseline,
  ...overrides,
});

const comparison = (metrics: Comparison['metrics']): Comparison => ({
  verdict: 'regressed',
  metrics,
  resources: { added: [], removed: [], resized: [], retimed: [], renamed: [] },
  summary: '',
});

it('puts regressed metrics first, then the order of importance', () => {
  const metrics = deriveDiffMetrics(
    comparison({
      timeToFirstByte: metric(40, 41),
      largestContentfulPaint: metric(1000, 1010),
      load: metric(1000, 1800, { verdict: 'regressed' }),
    }),
  );
  expect(metrics.map(({ label, notable }) => [label, notable])).toEqual([
    ['Load', true],
    ['LCP', false],
    ['TTFB', false],
  ]);
});

it('tells the change with its largest cause in one sentence', () => {
  const cause = {
    kind: 'added-resource' as const,
    share: 0.9,
    confidence: 'high' as const,
    evidence: [],
    advice: '',
  };
  const causes = [
    { ...cause, contribution: -50, summary: 'removed script /old.js' },
    { ...cause, contribution: 700, summary: 'added script /chart.js.' },
  ];
  const [load] = deriveDiffMetrics(
    comparison({ load: { ...metric(1000, 1650, { causes }), unexplained: 0 } }),
  );
  expect(load?.sentence.replaceAll('\u00a0', ' ')).toBe(
    'Load +650 ms (+65 %): added script /chart.js, +700 ms.',
  );
});

it.each([
  {
    what: 'says first what it cannot explain when that is most',
    contribution: 90,
    sentence:
      'Load +200 ms (+20 %): +110 ms is not explained by what was recorded; /api answers later, +90 ms.',
  },
  {
    what: 'says also what it cannot explain when that is much',
    contribution: 120,
    sentence:
      'Load +200 ms (+20 %): /api answers later, +120 ms; +80 ms is not explained by what was recorded.',
  },
])('$what', ({ contribution, sentence }) => {
  const cause = {
    kind: 'slow-server' as const,
    share: contribution / 200,
    confidence: 'low' as const,
    evidence: [],
    advice: '',
    contribution,
    summary: '/api answers later',
  };
  const diff = { ...metric(1000, 1200, { causes: [cause] }), unexplained: 200 - contribution };
  const [load] = deriveDiffMetrics(comparison({ load: diff }));
  expect(load?.sentence.replaceAll('\u00a0', ' ')).toBe(sentence);
});

it('says that nothing changed, and never divides by a baseline of zero', () => {
  const [same, fromZero] = deriveDiffMetrics(
    comparison({ load: metric(1000, 1000.02), totalBlockingTime: metric(0, 90) }),
  ).reverse();
  expect(same?.sentence.replaceAll('\u00a0', ' ')).toBe('Load is unchanged at 1,000 ms.');
  expect(fromZero).toMatchObject({ notable: true });
  expect(fromZero).not.toHaveProperty('relative');
});
