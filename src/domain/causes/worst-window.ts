import type { LayoutShift } from '../capture.ts';
import type { Milliseconds } from '../units.ts';

/** Shifts belong to one session while they follow within a second, for five seconds at most (web.dev/cls). */
const LARGEST_GAP: Milliseconds = 1000;
const LONGEST_SESSION: Milliseconds = 5000;

/** The shifts of the session window with the largest sum: the ones that are the metric. Empty when nothing moved. */
export function findWorstWindow(shifts: readonly LayoutShift[]): LayoutShift[] {
  const windows: LayoutShift[][] = [];
  for (const shift of shifts.toSorted((a, b) => a.startTime - b.startTime)) {
    const window = windows.at(-1);
    const [first] = window ?? [];
    const last = window?.at(-1);
    const continues =
      first &&
      last &&
      shift.startTime - last.startTime < LARGEST_GAP &&
      shift.startTime - first.startTime < LONGEST_SESSION;
    if (continues) window?.push(shift);
    else windows.push([shift]);
  }
  return windows.toSorted((a, b) => sumOf(b) - sumOf(a))[0] ?? [];
}

function sumOf(window: readonly LayoutShift[]): number {
  return window.reduce((sum, { value }) => sum + value, 0);
}
