import type { MetricValues } from '../../src/domain/metric.ts';
import { scanRule } from '../../src/domain/scan/scan-rule.ts';
import type { ScanState } from '../../src/domain/scan/scan-state.ts';
import type { SeriesName } from '../../src/domain/scan/metric-noise.ts';
import { listRed } from './rule-contestant.ts';

/** The default rule over a whole life: learning, growth, alarms, fixes. */
export interface Life {
  /** Judges one load and says what is red. */
  observe(metrics: MetricValues, build?: string): readonly SeriesName[];
  state(): ScanState;
}

export function startLife(): Life {
  let state = scanRule.initial();
  return {
    observe(metrics, build) {
      const sample = { visitId: 'visit', metrics, ...(build !== undefined && { build }) };
      const judged = scanRule.observe(state, sample);
      state = judged.state;
      return listRed(judged);
    },
    state: () => state,
  };
}
