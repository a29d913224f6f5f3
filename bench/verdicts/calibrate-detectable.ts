import { type BaselineFit, fitBaseline, toLogs } from '../../src/domain/scan/fit-baseline.ts';
import { METRIC_NOISE } from '../../src/domain/scan/metric-noise.ts';
import { weighShift } from '../../src/domain/scan/weigh-shift.ts';
import { WINDOWS } from '../../src/domain/scan/windows.ts';
import { createRandom } from './random.ts';
import { DESIGN, simulateLoads } from './simulate-loads.ts';
import { SCATTERS, type SimulationOptions } from './simulate-strengths.ts';

const LOADS = 10;
const POWER = 0.95;

/** Enough for half a percent of power; the answer moves by a hundredth of a sigma with the seed. */
const MOST_RUNS = 8_000;

interface Run {
  readonly fit: BaselineFit;
  readonly logs: readonly number[];
}

/**
 * The shift of one timing, in sigmas as its baseline of `n` loads estimates them, that the scan confirms within ten
 * loads 95 times of a hundred.
 */
export function calibrateDetectable(options: SimulationOptions, thresholds: readonly number[]): number {
  const runs = simulateRuns(options);
  let [low, high] = [0, 12];
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2;
    const found = runs.filter((run) => isFound(run, middle, thresholds)).length;
    if (found < POWER * runs.length) low = middle;
    else high = middle;
  }
  return high;
}

function simulateRuns({ n, runs, seed }: SimulationOptions): Run[] {
  const random = createRandom(seed - n);
  const noise = METRIC_NOISE.load;
  return Array.from({ length: Math.min(runs, MOST_RUNS) }, (_, run) => {
    const draw = simulateLoads(random, { ...DESIGN, cv: Number(SCATTERS[run % SCATTERS.length]) });
    const values = Array.from({ length: n + LOADS }, () => Number(draw().metrics.load));
    return { fit: fitBaseline(values.slice(0, n), noise), logs: toLogs(values.slice(n), noise) };
  });
}

function isFound({ fit, logs }: Run, sigmas: number, thresholds: readonly number[]): boolean {
  const shifted = logs.map((log) => log + sigmas * fit.sigma);
  return WINDOWS.some((window, index) => {
    for (let end = window; end <= LOADS; end++) {
      if (weighShift(fit, shifted.slice(0, end), window) > Number(thresholds[index])) return true;
    }
    return false;
  });
}
