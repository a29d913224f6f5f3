import type { Cause, MetricDiff } from '../cause.ts';
import type { PageComparison } from '../compare-reports.ts';

const consent: Cause = {
  kind: 'added-resource',
  resource: '/js/consent.js',
  contribution: 310,
  share: 0.7524,
  confidence: 'high',
  summary: 'added render-blocking script /js/consent.js (254 kB)',
  evidence: ['It was fetched before the first paint in 8 of 8 loads.'],
  advice: 'Load it with defer.',
  whatIf: { action: 'defer', saves: 300 },
};

const largestContentfulPaint: MetricDiff = {
  verdict: 'regressed',
  unit: 'ms',
  delta: 412,
  baseline: { median: 1180, n: 8 },
  current: { median: 1592, n: 8 },
  causes: [
    consent,
    {
      kind: 'slow-server',
      resource: '/api/products',
      contribution: 58,
      share: 0.1408,
      confidence: 'medium',
      summary: 'slower answer of /api/products',
      evidence: [],
      advice: 'Look at the server.',
    },
  ],
  unexplained: 44,
};

/** A page whose LCP has regressed, whose transfer has improved, and whose TBT is not judged yet. */
export const COMPARISON: PageComparison = {
  page: 'http://localhost:4610/',
  cohort: 'navigate/cold/desktop',
  verdict: 'regressed',
  summary: 'LCP regressed by 412 ms.',
  metrics: {
    largestContentfulPaint,
    totalBlockingTime: {
      verdict: 'needs-more-loads',
      unit: 'ms',
      delta: 3,
      baseline: { median: 0, n: 1 },
      current: { median: 3, n: 1 },
      causes: [],
      unexplained: 3,
    },
    transferSize: {
      verdict: 'improved',
      unit: 'bytes',
      delta: -12_000,
      baseline: { median: 612_000, n: 8 },
      current: { median: 600_000, n: 8 },
      causes: [],
      unexplained: -12_000,
    },
    interactionToNextPaint: {
      verdict: 'not-measured',
      unit: 'ms',
      delta: 0,
      baseline: { median: 0, n: 0 },
      current: { median: 0, n: 0 },
      causes: [],
      unexplained: 0,
    },
  },
  resources: {
    added: [
      {
        url: 'http://localhost:4610/js/consent.js',
        type: 'script',
        party: 'first',
        renderBlocking: true,
        transferSize: { current: 254_000 },
        duration: { current: 180 },
      },
    ],
    removed: [],
    resized: [],
    retimed: [],
    renamed: [],
  },
};

export const UNCHANGED: PageComparison = {
  ...COMPARISON,
  page: 'http://localhost:4610/article',
  verdict: 'unchanged',
  summary: '',
  metrics: { transferSize: { ...COMPARISON.metrics.transferSize, verdict: 'unchanged' } as MetricDiff },
  resources: { added: [], removed: [], resized: [], retimed: [], renamed: [] },
};

/** A page and a cause whose names would be markup, a mention, a colour of the terminal. */
export const HOSTILE: PageComparison = {
  ...COMPARISON,
  page: 'http://localhost/|a|',
  metrics: {
    largestContentfulPaint: {
      ...largestContentfulPaint,
      causes: [
        {
          ...consent,
          summary: 'added /\u001b[31m<b>&"`|*@team\u202e.js',
        },
      ],
    },
  },
};
