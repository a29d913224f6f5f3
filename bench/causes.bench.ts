/**
 * How often the cause of a regression is found. Recorded loads of the lab with one fault or two are explained by the
 * extension, by the rules it set out from and by differencing critical paths; resources are matched over simulated
 * releases; and the time of a comparison is measured. No browser is needed. `causes` and, on a busy machine, `earlier` are
 * of seeds that nothing was tuned on, but each was looked at once, before the last repair; those whose names say
 * `development` are of seeds that choices were made on, one on a quiet machine and one on a busy one.
 *
 *     npm run bench:causes -- [--recording FILE] [--details] [--seed N]
 */
import { parseArgs } from 'node:util';
import { reportMatching } from './causes/report-matching.ts';
import { reportRecording } from './causes/report-recording.ts';
import { reportSpeed } from './causes/report-speed.ts';
import { formatGoals } from './verdicts/goals.ts';

const RECORDINGS = ['causes-development', 'causes-development-busy', 'causes-earlier', 'causes'].map(
  (name) => `bench/fixtures/${name}.json.br`,
);

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
