import { METRIC_NAMES, type MetricName, type MetricValues } from '../../src/domain/metric.ts';
import { median } from '../../src/domain/statistics.ts';
import type { Contestant } from './contestant.ts';

const WINDOW = 5;

/** Is what these five loads show worse than the baseline? All values of one metric. */
type Compare = (baseline: readonly number[], five: readonly number[]) => boolean;

/**
 * Lighthouse CI as it is usually set up: the median of five runs may not exceed the baseline's by more than a tenth.
 * The baseline's median is taken over all its loads, which is kinder than the five runs it has in practice.
 */
export const medianOfFive = createWindowContestant(
  'median of 5, +10 %',
  (baseline, five) => median(five) > 1.1 * median(baseline),
);

/** Mann–Whitney's U for five against five below which a two-sided test says p < .05 (exactly: .032). */
const CRITICAL_U = 2;

/** sitespeed.io's comparison: five loads against the five newest of the baseline, two-sided p < .05, and slower. */
export const mannWhitney = createWindowContestant('Mann–Whitney 5v5', (baseline, five) => {
  const before = baseline.slice(-WINDOW);
  const wins = five.reduce(
    (sum, after) => sum + before.reduce((won, value) => won + beats(value, after), 0),
    0,
  );
  return wins <= CRITICAL_U;
});

/** Pairs that the baseline wins, ties shared. */
function beats(before: number, after: number): number {
  if (before === after) return 0.5;
  return before > after ? 1 : 0;
}

/** Judges the newest five loads on every load, each metric by itself. */
function createWindowContestant(name: string, isWorse: Compare): Contestant {
  return {
    name,
    start(baseline) {
      const recent: MetricValues[] = [];
      const before = new Map(
        METRIC_NAMES.map((metric) => [
          metric,
          valuesOf(
            baseline.map((load) => load.metrics),
            metric,
          ),
        ]),
      );
      return ({ metrics }) => {
        recent.push(metrics);
        if (recent.length > WINDOW) recent.shift();
        if (recent.length < WINDOW) return [];
        return METRIC_NAMES.filter((metric) => {
          const [known, five] = [before.get(metric) ?? [], valuesOf(recent, metric)];
          return known.length > 0 && five.length === WINDOW && isWorse(known, five);
        });
      };
    },
  };
}

function valuesOf(loads: readonly MetricValues[], metric: MetricName): number[] {
  return loads.map((metrics) => metrics[metric]).filter((value) => value !== undefined);
}
