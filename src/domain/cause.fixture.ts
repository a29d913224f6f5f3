import type { Cause, MetricDiff, ResourceChange, ResourceDiff } from './cause.ts';

export const NO_CHANGES: ResourceDiff = { added: [], removed: [], resized: [], retimed: [], renamed: [] };

/** A change of a script of the page's own, of which neither size nor time is known. */
export function createChange(url: string, overrides: Partial<ResourceChange> = {}): ResourceChange {
  return {
    url,
    type: 'script',
    party: 'first',
    renderBlocking: false,
    transferSize: {},
    duration: {},
    ...overrides,
  };
}

/** A cause of 100 ms, the page's own as a whole. */
export function createCause(overrides: Partial<Cause> = {}): Cause {
  return {
    kind: 'added-resource',
    contribution: 100,
    share: 0.5,
    confidence: 'high',
    summary: 'added',
    evidence: [],
    advice: '',
    ...overrides,
  };
}

/** A regression by 200 ms with these causes, confirmed by five loads on each side. */
export function createMetricDiff(causes: readonly Cause[]): MetricDiff {
  return {
    verdict: 'regressed',
    unit: 'ms',
    delta: 200,
    baseline: { median: 1000, n: 5 },
    current: { median: 1200, n: 5 },
    causes,
    unexplained: 0,
  };
}
