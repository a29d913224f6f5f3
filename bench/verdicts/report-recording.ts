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
  return [
    {
      text: 'recorded unchanged loads, idle machine, false alarms per load: <= 0.3 %',
      measured: describeCount(guarded.within),
      isMet: atMost(rateOf(guarded.within), 0.003),
    },
    ...CHANGES.flatMap(({ change, title }) => judgeChange(blocks, change, title)),
  ];
}

function judgeChange(blocks: readonly RecordedBlock[], change: Change, title: string): Goal[] {
  const found = countLoadsToFind(blocks, change, { guarded: true });
  if (found.length === 0) return [];
  const inTime = found.filter((loads) => loads !== undefined && loads <= 5).length;
  console.log(`${title}: found after ${found.map((loads) => loads ?? 'never').join(', ')} loads\n`);
  return [
    {
      text: `recorded ${title}: found in <= 5 loads`,
      measured: `${inTime} of ${found.length} blocks`,
      isMet: atLeast(inTime, found.length),
    },
  ];
}

function describeCount(count: AlarmCount): string {
  return `${formatRate(rateOf(count))} (${count.alarms} of ${count.atRisk})`;
}

function rateOf({ alarms, atRisk }: AlarmCount): number {
  return alarms / Math.max(1, atRisk);
}
