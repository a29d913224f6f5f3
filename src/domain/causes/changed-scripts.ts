import type { Load } from '../replay/load.ts';
import type { Milliseconds } from '../units.ts';
import { mean } from './combine.ts';
import { NAMED_TIME } from './significance.ts';

/** Fewer loads a side cannot differ by more than chance. */
const FEWEST_LOADS = 4;

/** Standard deviations of the rank sum that chance exceeds once in twenty. */
const BEYOND_CHANCE = 1.96;

/**
 * URLs of the scripts that execute longer, or shorter, on one side than on the other. A pair of loads can tell a tenth
 * from the jitter of a machine only of long scripts; several loads a side can of all, by their ranks (Mann and Whitney,
 * 1947).
 */
export function listChangedScripts(baseline: readonly Load[], current: readonly Load[]): ReadonlySet<string> {
  if (Math.min(baseline.length, current.length) < FEWEST_LOADS) return new Set();
  const urls = new Set(
    current.flatMap(({ nodes }) =>
      nodes.slice(1).flatMap(({ url, execution }) => (execution > 0 ? [url] : [])),
    ),
  );
  return new Set([...urls].filter((url) => differs(listTimes(baseline, url), listTimes(current, url))));
}

function listTimes(loads: readonly Load[], url: string): Milliseconds[] {
  return loads.flatMap(({ byUrl }) => byUrl.get(url)?.[0]?.execution ?? []);
}

function differs(before: readonly number[], after: readonly number[]): boolean {
  const pairs = before.length * after.length;
  if (Math.min(before.length, after.length) < FEWEST_LOADS) return false;
  const longer = before.reduce((sum, a) => sum + after.filter((b) => b > a).length, 0);
  const ties = before.reduce((sum, a) => sum + after.filter((b) => b === a).length, 0);
  const deviation = Math.sqrt((pairs * (before.length + after.length + 1)) / 12);
  const distance = Math.abs(longer + ties / 2 - pairs / 2) - 0.5;
  return distance >= BEYOND_CHANCE * deviation && Math.abs(mean(after) - mean(before)) >= NAMED_TIME;
}
