import type { MetricValues } from '../../src/domain/metric.ts';
import { type BaselineFit, fitBaseline, toLogs } from '../../src/domain/scan/fit-baseline.ts';
import { METRIC_NOISE, type MetricNoise } from '../../src/domain/scan/metric-noise.ts';
import { measurePageSpeed } from '../../src/domain/scan/page-speed.ts';
import { isMaterial, weighToward } from '../../src/domain/scan/weigh-shift.ts';
import { LONGEST_WINDOW, WINDOWS } from '../../src/domain/scan/windows.ts';
import { createRandom } from './random.ts';
import { DESIGN, simulateLoads, TIMING_NAMES } from './simulate-loads.ts';

/** Loads judged after each baseline: about what is reloaded before somebody accepts or changes something. */
export const STREAM = 40;

/** A quarter of the runs each: a calm machine, two usual ones, a busy one. */
export const SCATTERS = [0.08, 0.12, 0.18, 0.25];

/** Weaker shifts cannot become a threshold; whether they are material need not be worked out. */
const FLOOR = 1.2;

/** What a look weighs that found nothing material. Looks that are impossible stay NaN. */
const NONE = -1;

export interface SimulationOptions {
  readonly n: number;
  readonly runs: number;
  readonly seed: number;
}

/**
 * Strongest material upward shift on any metric of an unchanged page: one array a window, `STREAM` values a run.
 * `scan` looks at the newest loads, `known` at all since the start of the stream (in the array of the largest
 * window that they fill).
 */
export interface Strengths {
  readonly scan: readonly Float32Array[];
  readonly known: readonly Float32Array[];
}

interface Series {
  readonly fit: BaselineFit;
  readonly logs: readonly number[];
  readonly noise: MetricNoise;
}

export function simulateStrengths({ n, runs, seed }: SimulationOptions): Strengths {
  const random = createRandom(seed + n);
  const createArrays = () => WINDOWS.map(() => new Float32Array(runs * STREAM).fill(Number.NaN));
  const strengths = { scan: createArrays(), known: createArrays() };
  for (let run = 0; run < runs; run++) {
    const cv = Number(SCATTERS[run % SCATTERS.length]);
    const draw = simulateLoads(random, { ...DESIGN, cv });
    const loads = Array.from({ length: n + STREAM }, () => draw().metrics);
    for (const series of listSeries(loads, n)) weighRun(series, strengths, run * STREAM);
  }
  return strengths;
}

function listSeries(loads: readonly MetricValues[], n: number): Series[] {
  const create = (noise: MetricNoise, values: readonly number[]): Series => ({
    noise,
    fit: fitBaseline(values.slice(0, n), noise),
    logs: toLogs(values.slice(n), noise),
  });
  return [
    ...TIMING_NAMES.map((name) =>
      create(
        METRIC_NOISE[name],
        loads.map((metrics) => Number(metrics[name])),
      ),
    ),
    create(
      METRIC_NOISE.pageSpeed,
      loads.map((metrics) => Number(measurePageSpeed(metrics))),
    ),
  ];
}

function weighRun(series: Series, strengths: Strengths, offset: number): void {
  for (let load = 1; load <= STREAM; load++) {
    const sofar = series.logs.slice(0, load);
    for (const [index, window] of WINDOWS.entries()) {
      if (window > load) break;
      raise(strengths.scan[index], offset + load - 1, weighMaterial(series, sofar.slice(-window)));
    }
    const known = WINDOWS.findLastIndex((window) => window <= load);
    if (known >= 0 && load <= LONGEST_WINDOW)
      raise(strengths.known[known], offset + load - 1, weighMaterial(series, sofar));
  }
}

function weighMaterial({ fit, noise }: Series, logs: readonly number[]): number {
  const question = { noise, direction: 'up' } as const;
  const strength = weighToward(fit, logs, logs.length, question);
  if (strength < FLOOR) return NONE;
  return isMaterial(fit, logs, question) ? strength : NONE;
}

function raise(values: Float32Array | undefined, index: number, value: number): void {
  if (values && !(value <= Number(values[index]))) values[index] = value;
}
