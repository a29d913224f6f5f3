import { formatRate, formatTable } from '../verdicts/format-table.ts';
import { atLeast, type Goal } from '../verdicts/goals.ts';
import { judgeMatching, sumMatching } from './judge-matching.ts';

const RELEASES = 100;

/** Prints how well resources are found again after simulated releases of several kinds of sites. */
export function reportMatching(seed: number): Goal[] {
  const scores = judgeMatching(seed, RELEASES);
  const all = sumMatching(scores);
  const rows = [...scores, all].map(({ site, files, precision, recall }) => [
    site,
    String(files),
    formatRate(precision),
    formatRate(recall),
  ]);
  console.log(`${formatTable([`releases, seed ${seed}`, 'files', 'precision', 'recall'], rows)}\n`);
  return [
    {
      text: 'matching precision ≥ 99.5 %',
      measured: formatRate(all.precision),
      isMet: atLeast(all.precision, 0.995),
    },
    { text: 'matching recall ≥ 99 %', measured: formatRate(all.recall), isMet: atLeast(all.recall, 0.99) },
  ];
}
