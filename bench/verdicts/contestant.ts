import type { SeriesName } from '../../src/domain/scan/metric-noise.ts';
import type { Conditions, SimulatedLoad } from './simulate-loads.ts';

/** What a contestant may know besides the loads. */
export interface Setting {
  /** Is the stream of another build than the baseline, and may the contestant know? */
  readonly isNewBuild: boolean;
  /** The truth about the noise, for the oracle alone. */
  readonly conditions: Conditions;
}

/** Judges one load after the other; says which metrics are red now. */
export type Judge = (load: SimulatedLoad) => readonly SeriesName[];

/** A rule in the benchmark: given the loads of a baseline it judges a stream, as its users would have it do. */
export interface Contestant {
  readonly name: string;
  start(baseline: readonly SimulatedLoad[], setting: Setting): Judge;
}
