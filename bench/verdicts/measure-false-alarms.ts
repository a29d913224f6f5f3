import { startLife } from './start-life.ts';
import { createRandom } from './random.ts';
import { type Conditions, simulateLoads } from './simulate-loads.ts';

export interface FalseAlarmOptions {
  readonly conditions: Conditions;
  /** Loads of every life, the first five of which are learnt. */
  readonly loads: number;
  readonly runs: number;
  readonly seed: number;
}

/** First false alarms per load at risk of the default rule, from the very first load of a page that never changes. */
export function measureFalseAlarms({ conditions, loads, runs, seed }: FalseAlarmOptions): number {
  const random = createRandom(seed);
  let alarms = 0;
  let atRisk = 0;
  for (let run = 0; run < runs; run++) {
    const draw = simulateLoads(random, conditions);
    const life = startLife();
    for (let load = 1; load <= loads; load++) {
      const red = life.observe(draw().metrics, 'a');
      if (load > 5) atRisk++;
      if (red.length === 0) continue;
      alarms++;
      break;
    }
  }
  return alarms / atRisk;
}
