import { createPair } from '../../src/domain/causes/pair.ts';
import { prepareLoad } from '../../src/domain/replay/prepare-load.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import { createRandom } from '../verdicts/random.ts';
import { createLargeLoad } from './large-load.ts';

export interface Speed {
  readonly resources: number;
  /** Dividing the changes of all milestones of one pair of loads, their preparation and matching included. */
  readonly time: Milliseconds;
}

/** The compiler has seen enough after so many comparisons. */
const WARM_UP = 200;

/** The fastest of so many counts: other programs of the machine only ever add to it. */
const RUNS = 100;

/** How long one comparison of two loads takes on pages of several sizes. `now` is a clock in ms. */
export function measureSpeed(sizes: readonly number[], now: () => Milliseconds): Speed[] {
  const compareLoads = (resources: number): (() => void) => {
    const random = createRandom(resources);
    // As they come from the database: a clone has its properties where the compiler expects them.
    const baseline = structuredClone(createLargeLoad(resources, random, false));
    const current = structuredClone(createLargeLoad(resources, random, true));
    return () => void createPair(prepareLoad(baseline), prepareLoad(current)).milestones();
  };
  repeat(compareLoads(sizes[0] ?? 0), WARM_UP);
  return sizes.map((resources) => {
    const compare = compareLoads(resources);
    repeat(compare, RUNS / 2);
    const times = Array.from({ length: RUNS }, () => {
      const start = now();
      compare();
      return now() - start;
    });
    return { resources, time: Math.min(...times) };
  });
}

function repeat(action: () => void, times: number): void {
  for (let i = 0; i < times; i++) action();
}
