import type { MetricValues } from '../../src/domain/metric.ts';
import type { Ratio } from '../../src/domain/units.ts';

/** Recorded loads of the lab site: what the verdict benchmark judges again without a browser. */
export interface AaRecording {
  readonly recordedAt: string;
  readonly machine: string;
  readonly browser: string;
  readonly blocks: readonly RecordedBlock[];
}

/** Loads one after the other with nothing changed in between. */
export interface RecordedBlock {
  /**
   * Blocks of one series are the same page under the same conditions. Those of `…-scattered` series were recorded while the
   * machine made loads scatter two to four times as much.
   */
  readonly series: string;
  /** unchanged, or what was changed against the series. */
  readonly change: 'unchanged' | 'script-work-x1.2' | 'server-150ms';
  readonly loads: readonly RecordedLoad[];
}

export interface RecordedLoad {
  readonly metrics: MetricValues;
  readonly build?: string;
  /** Share of all processor time that was busy in the quarter of a second before the navigation. */
  readonly busy: Ratio;
}
