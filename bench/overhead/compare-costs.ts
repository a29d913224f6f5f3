import { COSTS, type LoadCost } from './measure-load.ts';
import { median, quantile } from '../../src/domain/statistics.ts';

/** No extension, one whose content script is empty, one of web-vitals alone, and ours. */
export const CONTESTANTS = ['none', 'empty', 'bare', 'ours'] as const;

export type Contestant = (typeof CONTESTANTS)[number];

/** One load of a page by each of the browsers, one right after the other. */
export type Round = Readonly<Record<Contestant, LoadCost>>;

export interface CostComparison {
  readonly cost: (typeof COSTS)[number];
  /** ours to bare, of the whole load. */
  readonly ratio: number;
  /** Medians of the differences to none within the rounds, so that what slows a round down does not count. */
  readonly added: Readonly<Record<Exclude<Contestant, 'none'>, number>>;
  readonly addedByOursQuartiles: readonly [number, number];
  /** Medians of whole loads. */
  readonly whole: Readonly<Record<Contestant, number>>;
}

export function compareCosts(rounds: readonly Round[]): CostComparison[] {
  return COSTS.map((cost) => {
    const medianOf = (pick: (round: Round) => number): number => median(rounds.map(pick));
    const wholeOf = (name: Contestant): number => medianOf((round) => round[name][cost]);
    const addedBy = (name: Contestant): number => medianOf((round) => round[name][cost] - round.none[cost]);
    const differences = rounds.map(({ ours, none }) => ours[cost] - none[cost]);
    return {
      cost,
      ratio: medianOf(({ ours, bare }) => ours[cost] / bare[cost]),
      added: { ours: addedBy('ours'), bare: addedBy('bare'), empty: addedBy('empty') },
      addedByOursQuartiles: [quantile(differences, 0.25), quantile(differences, 0.75)],
      whole: {
        none: wholeOf('none'),
        empty: wholeOf('empty'),
        bare: wholeOf('bare'),
        ours: wholeOf('ours'),
      },
    };
  });
}
