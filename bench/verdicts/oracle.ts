import { METRIC_NOISE, type SeriesName } from '../../src/domain/scan/metric-noise.ts';
import { MILESTONES } from '../../src/domain/scan/page-speed.ts';
import { errorOfShift } from '../../src/domain/scan/windows.ts';
import type { Contestant } from './contestant.ts';
import { type Conditions, type SimulatedLoad, sigmaOf, TIMING_NAMES } from './simulate-loads.ts';

type OracleSeries = (typeof TIMING_NAMES)[number] | 'pageSpeed';

/**
 * The ceiling: it knows the true scatter, which loads were hiccups and when the build changed, and has only the level
 * of the baseline to estimate. No rule that has to learn these can find more at the same rate of false alarms.
 */
export function createOracle(threshold: number): Contestant {
  return {
    name: 'known-noise oracle',
    start(baseline, { conditions }) {
      const weigh = startWeighing(baseline, conditions);
      return (load) =>
        weigh(load)
          .filter(([, shift]) => shift > threshold)
          .map(([name]) => name);
    },
  };
}

/** The largest weighted shift after each load of a stream, in standard errors: what its threshold is calibrated on. */
export function weighStream(
  baseline: readonly SimulatedLoad[],
  stream: readonly SimulatedLoad[],
  conditions: Conditions,
): number[] {
  const weigh = startWeighing(baseline, conditions);
  return stream.map((load) => Math.max(...weigh(load).map(([, shift]) => shift)));
}

function startWeighing(baseline: readonly SimulatedLoad[], conditions: Conditions) {
  const sound = baseline.filter(({ hiccup }) => !hiccup);
  const names: OracleSeries[] = [...TIMING_NAMES, 'pageSpeed'];
  const series = names.map((name) => ({
    name,
    level: mean(sound.map((load) => logOf(load, name))),
    sigma: sigmaOfSeries(name, conditions),
    // It looks where the rule looks: otherwise a rule that knows where regressions show could find more than it.
    weight: METRIC_NOISE[name].weight ?? 1,
    sum: 0,
  }));
  let loads = 0;
  return (load: SimulatedLoad): [SeriesName, number][] => {
    if (!load.hiccup) loads++;
    return series.map((each) => {
      if (!load.hiccup) each.sum += logOf(load, each.name);
      if (loads === 0) return [each.name, 0];
      const shift = each.sum / loads - each.level;
      return [each.name, (each.weight * shift) / each.sigma / errorOfShift(sound.length, loads)];
    });
  };
}

function logOf({ metrics }: SimulatedLoad, name: OracleSeries): number {
  if (name !== 'pageSpeed') return Math.log(Number(metrics[name]));
  return mean(MILESTONES.map((milestone) => Math.log(Number(metrics[milestone]))));
}

/** Of four milestones only what is not shared averages out. */
function sigmaOfSeries(name: OracleSeries, { cv, shared }: Conditions): number {
  const own = name === 'pageSpeed' ? (1 - shared) / MILESTONES.length : 1 - shared;
  return sigmaOf(cv) * Math.sqrt(shared + own);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
