import { formatRate, formatTable } from './format-table.ts';
import { atLeast, atMost, type Goal } from './goals.ts';
import {
  type AlarmCount,
  countAcrossBlocks,
  countLoadsToFind,
  countWithinBlocks,
} from './judge-recording.ts';
import { type Change, type RecordedBlock, readRecording } from './read-recording.ts';

const CHANGES: readonly { readonly change: Change; readonly title: string }[] = [
  { change: 'script-work-x1.2', title: 'script work x1.2' },
  { change: 'server-150ms', title: 'server +150 ms' },
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
  for (const { change, title } of CHANGES) {
    const found = countLoadsToFind(blocks, change, { guarded: true });
    console.log(`${title}: found after ${found.map((each) => each ?? 'never').join(', ')} loads\n`);
  }
  return judgeRecording(blocks);
}

/** What the recorded loads have to show. What was hardly recorded on an idle machine shows nothing. */
export function judgeRecording(blocks: readonly RecordedBlock[]): Goal[] {
  const unchanged = blocks.filter(({ change }) => change === 'unchanged');
  const loads = unchanged.reduce((sum, block) => sum + block.loads.length, 0);
  const within = countWithinBlocks(blocks, { guarded: true });
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
    ...CHANGES.map(({ change, title }) => judgeChange(blocks, change, title)),
  ];
}

function judgeChange(blocks: readonly RecordedBlock[], change: Change, title: string): Goal {
  const found = countLoadsToFind(blocks, change, { guarded: true });
  const inTime = found.filter((loads) => loads !== undefined && loads <= 5).length;
  return {
    text: `recorded ${title}: found in <= 5 loads`,
    measured: `${inTime} of ${found.length} blocks`,
    isMet: found.length > 0 ? atLeast(inTime, found.length) : 'NO',
  };
}

function describeCount(count: AlarmCount): string {
  return `${formatRate(rateOf(count))} (${count.alarms} of ${count.atRisk})`;
}

function rateOf({ alarms, atRisk }: AlarmCount): number {
  return alarms / Math.max(1, atRisk);
}
