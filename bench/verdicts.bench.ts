import { parseArgs } from 'node:util';
import { formatGoals } from './verdicts/goals.ts';
import { reportCost } from './verdicts/report-cost.ts';
import { reportLife } from './verdicts/report-life.ts';
import { reportRecording } from './verdicts/report-recording.ts';
import { reportRules } from './verdicts/report-rules.ts';

/**
 * How well regressions are told from noise: every rule side by side on the same simulated loads, the life of a
 * regression under the default rule, recorded loads of a real browser, and what a verdict costs.
 *
 *     npm run bench:verdicts -- [--runs 1000] [--seed N] [--recording FILE]
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    recording: { type: 'string', default: 'bench/fixtures/aa-loads.json' },
  },
});

const options = {
  runs: Number(values.runs),
  // Fresh loads every time: thresholds that fit only the loads they were calibrated on would show.
  seed: values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed),
};

console.log(
  `Seed ${options.seed}, ${options.runs} runs a scenario. The thresholds were calibrated on another one.\n`,
);

const goals = [
  ...reportRules(options),
  // A life is four times as long as a stream.
  ...reportLife({ ...options, runs: Math.ceil(options.runs / 2) }),
  ...reportRecording(values.recording),
  ...reportCost(options),
];

console.log(`${formatGoals(goals)}\n`);
