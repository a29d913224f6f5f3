import { METRIC_NAMES, type MetricValues } from '../../src/domain/metric.ts';
import { startBaseline } from '../../src/domain/scan/learn.ts';
import { METRIC_NOISE, type SeriesName } from '../../src/domain/scan/metric-noise.ts';
import { measurePageSpeed } from '../../src/domain/scan/page-speed.ts';
import { scanRule } from '../../src/domain/scan/scan-rule.ts';
import { INITIAL_SCAN, type ScanState } from '../../src/domain/scan/scan-state.ts';
import { EMPTY_SERIES } from '../../src/domain/scan/series.ts';
import { createRuleContestant } from './rule-contestant.ts';

/** The state of the scan whose baseline is exactly these loads, all of the build "old". */
export function scanStateOf(baseline: readonly { readonly metrics: MetricValues }[]): ScanState {
  const empty = { ...EMPTY_SERIES, newest: { loads: 0, build: 'old' } };
  const names: SeriesName[] = [...METRIC_NAMES, 'pageSpeed'];
  const series = names.flatMap((name) => {
    const values = baseline
      .map(({ metrics }) => (name === 'pageSpeed' ? measurePageSpeed(metrics) : metrics[name]))
      .filter((value) => value !== undefined);
    return values.length > 0 ? [[name, startBaseline(empty, values, METRIC_NOISE[name])]] : [];
  });
  return { ...INITIAL_SCAN, series: Object.fromEntries(series) };
}

export const scanContestant = createRuleContestant(scanRule, scanStateOf);
