import type { Snapshot } from '../snapshot.ts';
import type { Parts } from './parts.ts';
import { mostFrequent } from './side-medians.ts';

/** What a metric is about on either side; a side that does not say is left out. */
export function findTarget(
  baseline: readonly Snapshot[],
  current: readonly Snapshot[],
  nameOf: (snapshot: Snapshot) => string | undefined,
): Pick<Parts, 'target'> {
  const [before, after] = [mostFrequent(baseline.map(nameOf)), mostFrequent(current.map(nameOf))];
  if (before === undefined && after === undefined) return {};
  return {
    target: {
      ...(before !== undefined && { baseline: before }),
      ...(after !== undefined && { current: after }),
    },
  };
}
