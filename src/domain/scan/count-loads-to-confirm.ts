import { median } from '../statistics.ts';

/** Beyond this many more loads nobody waits for an answer. */
const MOST_MORE_LOADS = 10;

/**
 * How many more loads like the newest `loads` would confirm what they suggest. Undefined when even ten would not.
 * `isConfirmed` is asked with the logs and with how many of them are imagined.
 */
export function countLoadsToConfirm(
  logs: readonly number[],
  loads: number,
  isConfirmed: (logs: readonly number[], imagined: number) => boolean,
): number | undefined {
  const repeated = median(logs.slice(-loads));
  for (let imagined = 1; imagined <= MOST_MORE_LOADS; imagined++) {
    const more = Array.from({ length: imagined }, () => repeated);
    if (isConfirmed([...logs, ...more], imagined)) return imagined;
  }
  return undefined;
}
