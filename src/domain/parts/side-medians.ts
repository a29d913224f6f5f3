import type { Snapshot } from '../snapshot.ts';
import { median } from '../statistics.ts';
import type { PartRow } from './parts.ts';

type Read = (snapshot: Snapshot) => number | undefined;

/** A row of the medians of what `read` gives; a side on which no load has it has no value. */
export function rowOfMedians(
  label: string,
  { baseline, current }: { readonly baseline: readonly Snapshot[]; readonly current: readonly Snapshot[] },
  read: Read,
): PartRow {
  const [before, after] = [medianOf(baseline, read), medianOf(current, read)];
  return {
    label,
    ...(before !== undefined && { baseline: before }),
    ...(after !== undefined && { current: after }),
  };
}

/** Rows that reach `least` on a side, by their value now, then before: the first `most`. */
export function rankRows(
  rows: readonly PartRow[],
  { least, most }: { least: number; most: number },
): PartRow[] {
  return rows
    .filter(({ baseline = 0, current = 0 }) => Math.max(baseline, current) >= least)
    .sort((a, b) => (b.current ?? 0) - (a.current ?? 0) || (b.baseline ?? 0) - (a.baseline ?? 0))
    .slice(0, most);
}

export function isMeasured({ baseline, current }: PartRow): boolean {
  return baseline !== undefined || current !== undefined;
}

/** What most of the loads say; undefined when none says anything. */
export function mostFrequent(names: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function medianOf(loads: readonly Snapshot[], read: Read): number | undefined {
  const values = loads.map(read).filter((value) => value !== undefined);
  return values.length > 0 ? median(values) : undefined;
}
