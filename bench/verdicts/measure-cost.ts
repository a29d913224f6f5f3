import type { MetricName } from '../../src/domain/metric.ts';
import { scanRule } from '../../src/domain/scan/scan-rule.ts';
import { median } from '../../src/domain/statistics.ts';
import { createRandom } from './random.ts';
import { scanStateOf } from './scan-contestant.ts';
import { DESIGN, simulateLoads } from './simulate-loads.ts';

export interface CostOptions {
  readonly baselineLoads: number;
  readonly metrics: readonly MetricName[];
  readonly verdicts: number;
  readonly seed: number;
}

/** Loads judged one after the other from one baseline; then the next page, so that few stay regressed. */
const LOADS_PER_PAGE = 20;

/** Median time of one `observe`, in microseconds, over so many verdicts after as many to warm up. */
export function measureCost({ baselineLoads, metrics, verdicts, seed }: CostOptions): number {
  const random = createRandom(seed);
  const times: number[] = [];
  while (times.length < 2 * verdicts) {
    const draw = simulateLoads(random, { ...DESIGN, cv: 0.12 });
    const pick = () => ({ metrics: pickMetrics(draw().metrics, metrics) });
    let state = scanStateOf(Array.from({ length: baselineLoads }, pick));
    for (let load = 0; load < LOADS_PER_PAGE; load++) {
      const sample = { visitId: 'visit', build: 'new', ...pick() };
      const started = performance.now();
      ({ state } = scanRule.observe(state, sample));
      times.push((performance.now() - started) * 1000);
    }
  }
  return median(times.slice(verdicts));
}

function pickMetrics(all: { readonly [Name in MetricName]?: number }, names: readonly MetricName[]) {
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}
