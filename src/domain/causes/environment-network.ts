import { hasSameSize } from '../replay/union.ts';
import type { CauseDefinition } from './definition.ts';
import type { Detection } from './detection.ts';
import { count, factorOf, phrase } from '../words/phrase.ts';

/** A line that is faster or slower by less than a third is within what a network does by itself. */
const SHIFT = 0.3;

/** Downloads shorter than this say nothing about the line. */
const SHORTEST = 4;

/** Four downloads agree by chance once in sixteen; with fewer, a slow resource could pass for a slow line. */
const FEWEST = 4;

/** How much of the bytes' time must agree on the factor, give or take half of it, and how many on the direction. */
const AGREEING_WORK = 0.6;
const AGREEING_DIRECTION = 0.75;

interface Shift {
  readonly log: number;
  readonly work: number;
}

/** Every unchanged download took longer by one factor: the network, not the page. */
export const environmentNetwork: CauseDefinition = {
  kind: 'environment-network',
  nature: 'timing',
  detect(detection) {
    const factor = findFactor(detection);
    if (factor === undefined) return;
    detection.program.environment.network = factor;
    const switches = [detection.program.board.globals.network];
    detection.claim({ kind: 'environment-network', switches, facts: { count: 0, factor } });
  },
  summarize: ({ factor = 1 }) =>
    factor > 1 ? phrase('networkSlower', factorOf(factor)) : phrase('networkFaster', count(factor * 100)),
  advise: () => phrase('adviseEqualNetwork'),
};

function findFactor({ pairs }: Detection): number | undefined {
  const shifts = pairs.slice(1).flatMap(({ node, before, after }): Shift[] => {
    const [base, current] = node.times;
    if (!base || !current || before.cached || after.cached || !hasSameSize(before, after)) return [];
    if (base.work <= SHORTEST || current.work <= SHORTEST) return [];
    return [{ log: Math.log(current.work / base.work), work: Math.min(base.work, current.work) }];
  });
  const total = sumWork(shifts);
  const middle = weightedMedian(shifts, total);
  if (shifts.length < FEWEST || Math.abs(middle) <= SHIFT) return undefined;
  const agreeing = sumWork(shifts.filter(({ log }) => Math.abs(log - middle) < 0.5));
  const sameWay = shifts.filter(({ log }) => log * middle > 0).length;
  if (agreeing < AGREEING_WORK * total || sameWay < AGREEING_DIRECTION * shifts.length) return undefined;
  return Math.exp(middle);
}

/** By work, because long downloads measure the line and short ones the clock. */
function weightedMedian(shifts: readonly Shift[], total: number): number {
  let sum = 0;
  for (const { log, work } of shifts.toSorted((a, b) => a.log - b.log)) {
    sum += work;
    if (sum >= total / 2) return log;
  }
  return 0;
}

function sumWork(shifts: readonly Shift[]): number {
  return shifts.reduce((sum, { work }) => sum + work, 0);
}
