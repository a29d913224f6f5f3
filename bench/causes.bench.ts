/**
 * How often the cause of a regression is found. Recorded loads of the lab with one fault or two are explained by the
 * extension, by the rules it set out from and by differencing critical paths; resources are matched over simulated
 * releases; and the time of a comparison is measured. No browser is needed.
 *
 * `causes` is of a seed that nothing was tuned on: no rule of a cause has changed since it was recorded. Those named by
 * their seeds were the same once and have been looked at since, so that later rules were made knowing them; those that
 * say `development` are of seeds that choices were made on.
 *
 *     npm run bench:causes -- [--recording FILE] [--details] [--seed N]
 */
import { parseArgs } from 'node:util';
import { reportMatching } from './causes/report-matching.ts';
import { reportRecording } from './causes/report-recording.ts';
import { reportSpeed } from './causes/report-speed.ts';
import { formatGoals } from './verdicts/goals.ts';

const RECORDINGS = [
  'causes-development',
  'causes-development-busy',
  'causes-seed-904417-busy',
  'causes-seed-5150923',
  'causes-seed-7360211',
  'causes-seed-16180290',
  'causes',
].map((name) => `bench/fixtures/${name}.json.br`);

const { values } = parseArgs({
  options: {
    recording: { type: 'string', multiple: true, default: RECORDINGS },
    details: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
});

/** Fresh releases every time: rules that fit only those they were written for would show. */
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);

const goals = [
  ...values.recording.flatMap((path) => reportRecording(path, { details: values.details })),
  ...reportMatching(seed),
  ...reportSpeed(),
];
console.log(`${formatGoals(goals)}\n`);
