import type { ResourceChange } from '../cause.ts';
import type { Bytes } from '../units.ts';

/** Icons, pixels and beacons: one of them explains nothing, a hundred of them do. Two rows read as fast as their sum. */
const TINY: Bytes = 2_048;
const FEWEST_TINY = 3;

/** Less than what is worth a row when a known file grows by it, and more files than fit a glance. */
const SMALL: Bytes = 10 * 1024;
const FEWEST_SMALL = 5;

/** Rows of a list of changes as a reader wants them: those of size, and the small ones of one type joined. */
export interface GatheredChange {
  readonly change: ResourceChange;
  /** What the row stands for, when it is a sum of small ones. */
  readonly members?: readonly ResourceChange[];
}

/**
 * Joins small resources that were added, or removed, and hold nothing up: one row for those of a type and party, where
 * there are five or more below 10 KB, or three or more below 2 KB. Their sizes and requests are added, their duration is that of the longest. A hidden size is
 * not small. The order is kept, sums stand last.
 */
export function gatherSmall(changes: readonly ResourceChange[]): GatheredChange[] {
  const groups = new Map<string, ResourceChange[]>();
  for (const change of changes.filter((each) => isBelow(SMALL, each))) {
    const key = `${change.party} ${change.type}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const gathered = [...groups.values()]
    .map((group) => (group.length >= FEWEST_SMALL ? group : group.filter((each) => isBelow(TINY, each))))
    .filter((members) => members.length >= FEWEST_TINY);
  const joined = new Set(gathered.flat());
  return [
    ...changes.filter((change) => !joined.has(change)).map((change) => ({ change })),
    ...gathered.map((members) => ({ change: sumUp(members), members })),
  ];
}

function isBelow(
  limit: Bytes,
  { renderBlocking, transferSize: { baseline, current } }: ResourceChange,
): boolean {
  const size = current ?? baseline;
  return !renderBlocking && size !== undefined && size < limit;
}

function sumUp(members: readonly ResourceChange[]): ResourceChange {
  const [first] = members;
  if (!first) throw new RangeError('no change to sum up');
  const side = first.transferSize.current === undefined ? 'baseline' : 'current';
  const requests = members.reduce((sum, member) => sum + (member.requests ?? 1), 0);
  return {
    url: first.url,
    type: first.type,
    party: first.party,
    renderBlocking: false,
    transferSize: { [side]: members.reduce((sum, { transferSize }) => sum + (transferSize[side] ?? 0), 0) },
    duration: { [side]: Math.max(...members.map(({ duration }) => duration[side] ?? 0)) },
    requests,
  };
}
