import { formatRate, formatTable } from './format-table.ts';
import { atLeast, atMost, type Goal } from './goals.ts';
import {
  type AlarmCount,
  countAcrossBlocks,
  countLoadsToFind,
  countOracleFinds,
  countWithinBlocks,
  measureChange,
  type SoughtChange,
} from './judge-recording.ts';
import { type RecordedBlock, readRecording } from './read-recording.ts';

interface KnownChange extends SoughtChange {
  readonly series: string;
  readonly title: string;
  /** Recorded while loads scattered two to four times as much: told beside the goal, which not even the oracle meets there. */
  readonly isScattered?: true;
}

const GUARDED = { guarded: true };

const SCRIPT_WORK = { change: 'script-work-x1.2', isNewBuild: true } as const;
const SCATTERED = { isScattered: true } as const;

const CHANGES: readonly KnownChange[] = [
  { change: 'server-150ms', series: 'shop', title: 'server +150 ms' },
  { ...SCRIPT_WORK, series: 'heavy', title: 'script work x1.2, page mostly script' },
  { ...SCRIPT_WORK, series: 'script', title: 'script work x1.2, page half script' },
  {
    ...SCRIPT_WORK,
    ...SCATTERED,
    series: 'heavy-scattered',
    title: 'script work x1.2, page mostly script, noisy machine',
  },
  {
    ...SCRIPT_WORK,
    ...SCATTERED,
    series: 'script-scattered',
    title: 'script work x1.2, page half script, noisy machine',
  },
];

/** Loads of a real browser, recorded once and judged again. Without a recording there is nothing to report. */
export function reportRecording(path: string): Goal[] {
  const blocks = readRecording(path);
  if (!blocks) {
    console.log(`No recorded loads at ${path}: that section is left out.\n`);
    return [];
  }
  const loads = blocks.reduce((sum, block) => sum + block.loads.length, 0);
  console.log(
    `Recorded loads of a real browser: ${loads} in ${blocks.length} blocks (${path}). False alarms per load:\n`,
  );
  const [plain, guarded] = [false, true].map((guarded) => ({
    within: countWithinBlocks(blocks, { guarded }),
    across: countAcrossBlocks(blocks, { guarded }),
  }));
  if (!plain || !guarded) return [];
  const rows = [
    ['all loads', describeCount(plain.within), describeCount(plain.across)],
    ['idle machine only', describeCount(guarded.within), describeCount(guarded.across)],
  ];
  console.log(`${formatTable(['loads', 'within blocks', 'across blocks'], rows)}\n`);
  return judgeRecording(blocks);
}

/** What the recorded loads have to show. What was hardly recorded on an idle machine shows nothing. */
export function judgeRecording(blocks: readonly RecordedBlock[]): Goal[] {
  const unchanged = blocks.filter(({ change }) => change === 'unchanged');
  const loads = unchanged.reduce((sum, block) => sum + block.loads.length, 0);
  const within = countWithinBlocks(blocks, GUARDED);
  return [
    {
      text: 'recorded unchanged loads: >= 1,000, half of them judged on an idle machine',
      measured: `${loads}, ${within.atRisk} judged`,
      isMet: atLeast(Math.min(loads, 2 * within.atRisk), 1000),
    },
    {
      text: 'recorded unchanged loads, idle machine, false alarms per load: <= 0.3 %',
      measured: describeCount(within),
      isMet: atMost(rateOf(within), 0.003),
    },
    ...CHANGES.map((known) => judgeChange(blocks, known)),
  ];
}

function judgeChange(blocks: readonly RecordedBlock[], known: KnownChange): Goal {
  const own = blocks.filter(({ series }) => series === known.series);
  const found = countLoadsToFind(own, known, GUARDED);
  const inTime = found.filter((loads) => loads !== undefined && loads <= 5).length;
  const size = measureChange(own, known, GUARDED);
  const ceiling = `the oracle: ${countOracleFinds(own, known, GUARDED)}`;
  const isMet = found.length > 0 ? atLeast(inTime, found.length) : 'NO';
  return {
    text: `recorded ${known.title}: found in <= 5 loads`,
    measured: `${inTime} of ${found.length} blocks${size ? ` (${describeSize(size)}; ${ceiling})` : ''}`,
    isMet: known.isScattered ? 'told' : isMet,
  };
}

function describeSize({ added, sigmas }: NonNullable<ReturnType<typeof measureChange>>): string {
  return `load +${Math.round(100 * added)} %, ${sigmas.toFixed(1)} sigma`;
}

function describeCount(count: AlarmCount): string {
  return `${formatRate(rateOf(count))} (${count.alarms} of ${count.atRisk})`;
}

function rateOf({ alarms, atRisk }: AlarmCount): number {
  return alarms / Math.max(1, atRisk);
}
