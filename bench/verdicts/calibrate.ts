import { WINDOWS } from '../../src/domain/scan/windows.ts';
import { calibrateDetectable } from './calibrate-detectable.ts';
import { type SimulationOptions, STREAM, simulateStrengths } from './simulate-strengths.ts';

/**
 * First false alarms on any metric, per load, of the scan against a baseline that stays as it is. While it grows there
 * are up to twice as many, and on the busiest of the simulated machines twice as many again: half a percent at worst.
 */
const SCAN_RATE = 0.0014;

/**
 * The same on the first loads of a build that changed nothing, of the scan and the test of the new build together. A
 * sixth below the one percent promised: counts that follow the machine's hiccups are not simulated here.
 */
const NEW_BUILD_RATE = 0.0085;

/** Loads of a new build over which its rate is averaged; the looks after them get the same share. */
const NEW_BUILD_LOADS = 12;

/** False alarms per comparison of two equal builds. */
const COMPARISON_RATE = 0.01;

export interface CalibratedRow {
  readonly scan: readonly number[];
  readonly knownChange: readonly number[];
  readonly comparison: readonly number[];
  readonly detectable: readonly number[];
}

/**
 * The thresholds for baselines of `n` loads, one for each of WINDOWS. Every window gets the same share of false alarms,
 * and that share is chosen so that first alarms, on any metric and in any window, come at the rate asked for.
 * The same options give the same numbers.
 */
export function calibrate(options: SimulationOptions): CalibratedRow {
  const { scan, known } = simulateStrengths(options);
  const scanThresholds = equalise(scan, SCAN_RATE, (thresholds) => hazardOf(scan, thresholds, STREAM));
  const knownChange = equalise(known, NEW_BUILD_RATE, (thresholds) =>
    hazardOf([...scan, ...known], [...scanThresholds, ...thresholds], NEW_BUILD_LOADS),
  );
  const comparison = WINDOWS.map((loads, index) => {
    const looks = known[index]?.filter((_, look) => look % STREAM === loads - 1) ?? new Float32Array();
    return upperQuantile(sortLooks(looks), COMPARISON_RATE);
  });
  const detectable = [calibrateDetectable(options, scanThresholds)];
  return { scan: scanThresholds, knownChange, comparison, detectable };
}

/** Thresholds that each look exceeds with the same probability, the largest whose hazard stays below `rate`. */
function equalise(
  strengths: readonly Float32Array[],
  rate: number,
  measureHazard: (thresholds: readonly number[]) => number,
): number[] {
  const sorted = strengths.map(sortLooks);
  const thresholdsAt = (share: number) => sorted.map((looks) => upperQuantile(looks, share));
  let [low, high] = [Math.log(rate / 100), Math.log(rate * 20)];
  for (let step = 0; step < 14; step++) {
    const middle = (low + high) / 2;
    if (measureHazard(thresholdsAt(Math.exp(middle))) < rate) low = middle;
    else high = middle;
  }
  return thresholdsAt(Math.exp(low));
}

function sortLooks(looks: Float32Array): Float32Array {
  return looks.filter((strength) => !Number.isNaN(strength)).sort();
}

function upperQuantile(sorted: Float32Array, share: number): number {
  return Number(sorted[Math.floor((sorted.length - 1) * (1 - share))]);
}

/** First alarms per load at risk, over the first `loads` of every run. */
function hazardOf(strengths: readonly Float32Array[], thresholds: readonly number[], loads: number): number {
  const runs = Number(strengths[0]?.length) / STREAM;
  let alarms = 0;
  let atRisk = 0;
  for (let run = 0; run < runs; run++) {
    for (let load = run * STREAM; load < run * STREAM + loads; load++) {
      atRisk++;
      if (!strengths.some((looks, index) => Number(looks[load]) > Number(thresholds[index]))) continue;
      alarms++;
      break;
    }
  }
  return alarms / atRisk;
}
