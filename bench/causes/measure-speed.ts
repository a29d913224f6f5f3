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

/** The fastest of several batches: a busy machine only ever adds to it. */
const BATCHES = 7;
const BATCH = 10;

/** How long one comparison of two loads takes on pages of several sizes. `now` is a clock in ms. */
export function measureSpeed(sizes: readonly number[], now: () => Milliseconds): Speed[] {
  const compareLoads = (resources: number): (() => void) => {
    const random = createRandom(resources);
    const baseline = createLargeLoad(resources, random, false);
    const current = createLargeLoad(resources, random, true);
    return () => void createPair(prepareLoad(baseline), prepareLoad(current)).milestones();
  };
  repeat(compareLoads(sizes[0] ?? 0), WARM_UP);
  return sizes.map((resources) => {
    const compare = compareLoads(resources);
    repeat(compare, BATCH);
    const batches = Array.from({ length: BATCHES }, () => {
      const start = now();
      repeat(compare, BATCH);
      return (now() - start) / BATCH;
    });
    return { resources, time: Math.min(...batches) };
  });
}

function repeat(action: () => void, times: number): void {
  for (let i = 0; i < times; i++) action();
}
