import { COSTS, type LoadCost } from './measure-load.ts';
import { median, quantile } from '../../src/domain/statistics.ts';

/** One load of a page by each of the three browsers, one right after the other. */
export interface Round {
  readonly none: LoadCost;
  readonly bare: LoadCost;
  readonly ours: LoadCost;
}

export interface CostComparison {
  readonly cost: (typeof COSTS)[number];
  readonly none: number;
  readonly bare: number;
  readonly ours: number;
  /** Medians of the differences within the rounds, so that what slows a round down does not count. */
  readonly addedByBare: number;
  readonly addedByOurs: number;
  readonly addedByOursQuartiles: readonly [number, number];
  /** ours to bare, of the whole load. */
  readonly ratio: number;
}

export function compareCosts(rounds: readonly Round[]): CostComparison[] {
  return COSTS.map((cost) => {
    const medianOf = (pick: (round: Round) => number): number => median(rounds.map(pick));
    const added = rounds.map(({ ours, none }) => ours[cost] - none[cost]);
    return {
      cost,
      none: medianOf(({ none }) => none[cost]),
      bare: medianOf(({ bare }) => bare[cost]),
      ours: medianOf(({ ours }) => ours[cost]),
      addedByBare: medianOf(({ bare, none }) => bare[cost] - none[cost]),
      addedByOurs: medianOf(({ ours, none }) => ours[cost] - none[cost]),
      addedByOursQuartiles: [quantile(added, 0.25), quantile(added, 0.75)],
      ratio: medianOf(({ ours, bare }) => ours[cost] / bare[cost]),
    };
  });
}
