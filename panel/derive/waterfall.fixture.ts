import { NO_CHANGES } from '../../src/domain/cause.fixture.ts';
import type { Comparison } from '../../src/domain/cause.ts';
import type { Waterfall, WaterfallBar, WaterfallRow } from '../../src/domain/waterfall/waterfall.ts';

export const bar = (start: number, end: number, overrides: Partial<WaterfallBar> = {}): WaterfallBar => ({
  start,
  end,
  delivery: 'network',
  executions: [],
  ...overrides,
});

export const row = (path: string, overrides: Partial<WaterfallRow> = {}): WaterfallRow => ({
  url: `http://a.test${path}`,
  type: 'script',
  party: 'first',
  renderBlocking: false,
  isLargestPaint: false,
  baseline: bar(100, 200),
  current: bar(100, 200),
  ...overrides,
});

/** A document and what it asks for; the current load's LCP is late. */
export function createWaterfall(rows: readonly WaterfallRow[]): Waterfall {
  return {
    baseline: { startedAt: 0 },
    current: { startedAt: 1 },
    rows: [row('/', { type: 'document', baseline: bar(0, 80), current: bar(0, 90) }), ...rows],
    milestones: [
      { metric: 'timeToFirstByte', baseline: 40, current: 42 },
      { metric: 'firstContentfulPaint', baseline: 300, current: 310 },
      { metric: 'largestContentfulPaint', baseline: 400, current: 800 },
      { metric: 'load', baseline: 900, current: 1000 },
    ],
    longTasks: { baseline: [], current: [] },
    end: 1000,
    omitted: 0,
  };
}

export const NO_COMPARISON: Comparison = {
  verdict: 'unchanged',
  metrics: {},
  resources: NO_CHANGES,
  summary: '',
};
