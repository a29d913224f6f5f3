import { METRICS } from '../../src/domain/metric.ts';
import { atLeast, atMost, type Goal } from '../verdicts/goals.ts';
import { formatShare, formatTable } from '../verdicts/format-table.ts';
import type { Contestant } from './contestant.ts';
import { criticalPathContestant } from './critical-path-contestant.ts';
import { type Judged, type Judgement, judgeRecording, type Score, score } from './judge-recording.ts';
import { judgeUnchanged } from './judge-unchanged.ts';
import { type Forecast, judgeWhatIf } from './judge-what-if.ts';
import { originalContestant } from './original-contestant.ts';
import { type CausesRecording, readCausesRecording } from './recording.ts';
import { blindContestant, replayContestant } from './replay-contestant.ts';

const CONTESTANTS: readonly Contestant[] = [
  replayContestant,
  blindContestant,
  criticalPathContestant,
  originalContestant,
];

const isStrong = ({ effect }: Judged): boolean => !effect.isWeak;

/** Prints what each contestant made of a recording; the goals are those of the extension. */
export function reportRecording(path: string, { details }: { readonly details: boolean }): Goal[] {
  const recording = readCausesRecording(path);
  if (!recording) throw new Error(`${path}: expected a recording, got no such file`);
  console.log(`${path}: seed ${recording.seed}, ${recording.blocks.length} blocks, ${recording.recordedAt}`);
  console.log(`${recording.machine}, Chromium ${recording.browser}\n`);
  const judgements = CONTESTANTS.map((contestant) => ({
    name: contestant.name,
    judgement: judgeRecording(recording, contestant),
  }));
  const [ours] = judgements;
  console.log(formatScores(judgements));
  if (ours && details) console.log(`\n${formatDetails(ours.judgement)}`);
  const forecasts = judgeWhatIf(recording);
  if (details) console.log(`\n${formatForecasts(forecasts)}`);
  console.log();
  const goals = ours ? listGoals(recording, ours.judgement, forecasts) : [];
  return goals.map((goal) => ({ ...goal, text: `seed ${recording.seed}: ${goal.text}` }));
}

interface Named {
  readonly name: string;
  readonly judgement: Judgement;
}

function formatScores(judgements: readonly Named[]): string {
  const select = [
    ['all loads of a side', ({ ensembles }: Judgement) => ensembles.filter(isStrong)],
    ['one load a side', ({ singles }: Judgement) => singles.filter(isStrong)],
    ['weak, all loads', ({ ensembles }: Judgement) => ensembles.filter((one) => !isStrong(one))],
    ['weak, one load', ({ singles }: Judgement) => singles.filter((one) => !isStrong(one))],
  ] as const;
  const rows = select.flatMap(([title, pick]) =>
    judgements.map(({ name, judgement }) => [`${title}: ${name}`, ...formatScore(score(pick(judgement)))]),
  );
  return formatTable(['', 'n', 'top 1', 'top 3', 'kind too', 'error'], rows);
}

function formatScore({ n, top1, top3, kind, error }: Score): string[] {
  return [String(n), ...[top1, top3, kind, error].map(formatShare)];
}

function formatDetails({ ensembles, singles }: Judgement): string {
  const rows = ensembles.map((judged) => {
    const { block, effect, outcome } = judged;
    const own = singles
      .filter((one) => one.block === block)
      .map(({ outcome: { places } }) => places.join('+'));
    const { fault, strength, line, slowdown } = block.variant;
    return [
      `${fault} ×${strength} ${(line.bytesPerMs / 125).toFixed(1)} Mbit/s cpu ${slowdown}`,
      METRICS[effect.metric].label,
      effect.size.toFixed(effect.size < 1 ? 3 : 0),
      outcome.places.join('+'),
      outcome.isKindRight ? 'yes' : 'no',
      formatShare(outcome.error ?? Number.NaN),
      own.join(' '),
    ];
  });
  return formatTable(['fault', 'metric', 'effect', 'place', 'kind', 'error', 'single loads'], rows);
}

function formatForecasts(forecasts: readonly Forecast[]): string {
  const rows = forecasts.map(({ block, low, high, effect, error }) => [
    `${block.variant.fault} ×${block.variant.strength}`,
    low.toFixed(0),
    high.toFixed(0),
    effect.toFixed(0),
    formatShare(error),
  ]);
  return formatTable(['what if', 'least', 'most', 'measured', 'error'], rows);
}

function listGoals(recording: CausesRecording, judgement: Judgement, forecasts: readonly Forecast[]): Goal[] {
  const ensemble = score(judgement.ensembles.filter(isStrong));
  const single = score(judgement.singles.filter(isStrong));
  const doubles = judgement.ensembles.filter((one) => isStrong(one) && one.outcome.places.length > 1);
  const both = doubles.filter(({ outcome }) => outcome.places.every((place) => place <= 3));
  const errors = forecasts.map(({ error }) => error).sort((a, b) => a - b);
  const whatIf = errors[Math.floor(errors.length / 2)] ?? Number.NaN;
  const unchanged = judgeUnchanged(recording);
  const named = unchanged.named / unchanged.ensembles;
  const blamed = unchanged.blamed / unchanged.ensembles;
  if (unchanged.alarms.length > 0) console.log(`\nCauses of nothing: ${unchanged.alarms.join(', ')}`);
  const goals = [
    least('cause first, all loads', ensemble.top1, 0.97),
    least('cause in the first three, all loads', ensemble.top3, 0.99),
    least('cause first, one load', single.top1, 0.95),
    least('cause in the first three, one load', single.top3, 0.98),
    most('median error of the contribution, all loads', ensemble.error, 0.1),
    least(`both of two causes in the first three (${doubles.length})`, both.length / doubles.length, 0.95),
    most(`median error of what-if from one load (${errors.length})`, whatIf, 0.12),
    most(`nothing changed, cause of the page named (${unchanged.ensembles} ensembles)`, blamed, 0.02),
    most(`nothing changed, any cause named, the machine too (${unchanged.ensembles} ensembles)`, named, 0.02),
    most(
      `nothing changed, cause named for a metric (${unchanged.comparisons} of them)`,
      unchanged.alarms.length / unchanged.comparisons,
      0.02,
    ),
  ];
  // What a recording has no loads for it says nothing about.
  return goals.filter(({ measured }) => measured !== percent(Number.NaN));
}

function least(text: string, value: number, limit: number): Goal {
  return { text: `${text} ≥ ${formatShare(limit)}`, measured: percent(value), isMet: atLeast(value, limit) };
}

function most(text: string, value: number, limit: number): Goal {
  return { text: `${text} ≤ ${formatShare(limit)}`, measured: percent(value), isMet: atMost(value, limit) };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
