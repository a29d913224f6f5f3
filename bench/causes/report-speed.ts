import { formatTable } from '../verdicts/format-table.ts';
import { atMost, type Goal } from '../verdicts/goals.ts';
import { measureSpeed } from './measure-speed.ts';

/** Processor time, which other programs on the machine do not lengthen. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const LIMITS = [
  [50, 1],
  [300, 5],
  [1000, 40],
] as const;

const LOOPS = 50_000_000;

/** ns for one multiplication and addition, each of which waits for the one before: four cycles of a processor. */
function measureYardstick(): number {
  const start = processorTime();
  let value = 1;
  for (let i = 0; i < LOOPS; i++) value = (Math.imul(value, 31) + i) | 0;
  const time = processorTime() - start;
  // The value is looked at, so that the compiler cannot leave the loop out.
  return Number.isNaN(value) ? 0 : (time * 1_000_000) / LOOPS;
}

/** Prints how the time of one comparison grows with the page. */
export function reportSpeed(): Goal[] {
  const speeds = measureSpeed([20, 50, 100, 300, 1000], processorTime);
  const rows = speeds.map(({ resources, time }) => [
    String(resources),
    time.toFixed(2),
    ((1000 * time) / resources).toFixed(0),
  ]);
  console.log(`${formatTable(['resources', 'ms a pair of loads', 'µs a resource'], rows)}\n`);
  console.log(
    `Yardstick: ${measureYardstick().toFixed(1)} ns for four cycles, which are 1.6 ns of an idle 2.5 GHz.\n`,
  );
  return LIMITS.map(([resources, limit]) => {
    const { time = Number.NaN } = speeds.find((speed) => speed.resources === resources) ?? {};
    return {
      text: `a pair of loads of ${resources} resources ≤ ${limit} ms`,
      measured: `${time.toFixed(2)} ms`,
      isMet: atMost(time, limit),
    };
  });
}
