import { METRIC_NOISE, type MetricNoise } from './metric-noise.ts';
import { advance } from './life-cycle.ts';
import { EMPTY_SERIES, type Load, type Series } from './series.ts';

/** Noise of about these sizes in sigmas, in a fixed order, without hiccups and without a trend. */
const SHAPE = [
  0.3, -0.8, 1.1, -0.2, -1.3, 0.6, 0.1, -0.5, 1.6, -0.9, 0.4, -0.1, 0.9, -1.6, 0.7, -0.4, 1.2, -1.1, 0.2,
  -0.7,
];

/** `count` loads around `level` that scatter with coefficient of variation `cv`; the same arguments, the same loads. */
export function createLoads(level: number, count: number, cv = 0.1): number[] {
  return Array.from({ length: count }, (_, i) => level * Math.exp(cv * Number(SHAPE[i % SHAPE.length])));
}

export interface Lived {
  readonly series: Series;
  /** Standing after each load. */
  readonly standings: readonly string[];
}

/** Lives through loads one by one, from an empty series or from one given. */
export function live(
  loads: readonly (number | Load)[],
  options: { readonly noise?: MetricNoise; readonly from?: Series; readonly pinned?: boolean } = {},
): Lived {
  const { noise = METRIC_NOISE.load, pinned = false } = options;
  let series = options.from ?? EMPTY_SERIES;
  const standings = loads.map((load) => {
    series = advance(series, typeof load === 'number' ? { value: load } : load, { noise, pinned });
    return series.standing;
  });
  return { series, standings };
}

/** The values as loads of one build. */
export function onBuild(build: string, values: readonly number[]): Load[] {
  return values.map((value) => ({ value, build }));
}
