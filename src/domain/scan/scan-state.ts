import type { BaselineRow } from '../baseline.ts';
import { METRIC_NAMES, type MetricName } from '../metric.ts';
import { median } from '../statistics.ts';
import type { SeriesName } from './metric-noise.ts';
import type { Series } from './series.ts';

export type AllSeries = { readonly [Name in SeriesName]?: Series };

/** What an undo brings back. */
export interface Restorable {
  readonly series: AllSeries;
  readonly name?: string;
  readonly pinned: boolean;
}

/** All that the scan remembers of a cohort. Plain JSON, bounded. */
export interface ScanState extends Restorable {
  readonly version: 1;
  /** The visit observed last. */
  readonly visitId?: string;
  readonly history: readonly BaselineRow[];
  /** As it was before the last change that a user made. */
  readonly before?: Restorable;
}

export const INITIAL_SCAN: ScanState = { version: 1, series: {}, pinned: false, history: [] };

/** Rows of history kept: about as many as anybody scrolls through. */
const MAX_HISTORY = 20;

export function addRow(state: ScanState, row: BaselineRow): ScanState {
  return { ...state, history: [...state.history, row].slice(-MAX_HISTORY) };
}

/** Levels of the baselines of these metrics; a metric without one is absent. */
export function readLevels(
  series: AllSeries,
  names: readonly MetricName[] = METRIC_NAMES,
): BaselineRow['from'] {
  const levels = names.flatMap((name): [MetricName, number][] => {
    const baseline = series[name]?.baseline ?? [];
    return baseline.length > 0 ? [[name, median(baseline)]] : [];
  });
  return Object.fromEntries(levels);
}
