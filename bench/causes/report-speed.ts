import { formatTable } from '../verdicts/format-table.ts';
import { atMost, type Goal } from '../verdicts/goals.ts';
import { measureSpeed } from './measure-speed.ts';

const LIMITS = [
  [50, 1],
  [300, 5],
  [1000, 40],
] as const;

/** Prints how the time of one comparison grows with the page. */
export function reportSpeed(): Goal[] {
  const speeds = measureSpeed([20, 50, 100, 300, 1000], () => performance.now());
  const rows = speeds.map(({ resources, time }) => [
    String(resources),
    time.toFixed(2),
    ((1000 * time) / resources).toFixed(0),
  ]);
  console.log(`${formatTable(['resources', 'ms a pair of loads', 'µs a resource'], rows)}\n`);
  return LIMITS.map(([resources, limit]) => {
    const { time = Number.NaN } = speeds.find((speed) => speed.resources === resources) ?? {};
    return {
      text: `a pair of loads of ${resources} resources ≤ ${limit} ms`,
      measured: `${time.toFixed(2)} ms`,
      isMet: atMost(time, limit),
    };
  });
}
