import { weighStream } from './oracle.ts';
import { type Scenario, simulateRuns } from './run-scenario.ts';

/**
 * The threshold with which the oracle raises as many first alarms per load, over the streams of a scenario in which
 * nothing changed, as the rule it is compared with.
 */
export function calibrateOracle(scenario: Scenario, rate: number): number {
  const highest = [...simulateRuns(scenario)].map(({ baseline, stream }) =>
    weighStream(baseline, stream, scenario.conditions),
  );
  let [low, high] = [0, 10];
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (hazardAt(highest, middle) > rate) low = middle;
    else high = middle;
  }
  return high;
}

function hazardAt(streams: readonly (readonly number[])[], threshold: number): number {
  const first = streams.map((shifts) => shifts.findIndex((shift) => shift > threshold));
  const alarms = first.filter((index) => index >= 0).length;
  const atRisk = streams.reduce(
    (sum, shifts, run) => sum + (Number(first[run]) >= 0 ? Number(first[run]) + 1 : shifts.length),
    0,
  );
  return alarms / atRisk;
}
