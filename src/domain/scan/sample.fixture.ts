import type { MetricValues } from '../metric.ts';
import type { MetricVerdicts, Sample } from '../verdict.ts';
import { scanRule } from './scan-rule.ts';
import type { ScanState } from './scan-state.ts';
import { createLoads } from './series.fixture.ts';

/** Samples of a page whose milestones scatter together by a few percent, and whose sizes are constant. */
export function createSamples(count: number, overrides: Partial<Sample> = {}, slower = 1): Sample[] {
  const factors = createLoads(slower, count, 0.05);
  return factors.map((factor, i) => ({
    visitId: `visit-${i}`,
    ...overrides,
    metrics: {
      firstContentfulPaint: 400 * factor,
      largestContentfulPaint: 800 * factor,
      domContentLoaded: 600 * factor,
      load: 1100 * factor,
      requests: 42,
      transferSize: 640_000,
      ...overrides.metrics,
    } satisfies MetricValues,
  }));
}

export interface Observed {
  readonly state: ScanState;
  readonly verdicts: readonly MetricVerdicts[];
}

export function observeSamples(samples: readonly Sample[], from = scanRule.initial()): Observed {
  let state = from;
  const verdicts = samples.map((sample) => {
    const judged = scanRule.observe(state, sample);
    state = judged.state;
    return judged.verdicts;
  });
  return { state, verdicts };
}
