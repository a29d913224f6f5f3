import { formatRate, formatShare, formatTable } from './format-table.ts';
import { atMost, errorOfShare, type Goal } from './goals.ts';
import { measureFalseAlarms } from './measure-false-alarms.ts';
import { type LifeFigures, type LifeOptions, measureLife } from './measure-life.ts';
import { DESIGN } from './simulate-loads.ts';
import { startLife } from './start-life.ts';

const LIVES: readonly Pick<LifeOptions, 'slower' | 'cv' | 'build' | 'loadsBefore'>[] = [
  { slower: 1.2, cv: 0.1, build: 'b', loadsBefore: 31 },
  { slower: 1.2, cv: 0.1, build: 'a', loadsBefore: 31 },
  { slower: 1.2, cv: 0.15, build: 'a', loadsBefore: 31 },
  { slower: 1.5, cv: 0.15, build: 'b', loadsBefore: 31 },
  { slower: 1.5, cv: 0.15, build: 'a', loadsBefore: 31 },
  { slower: 2, cv: 0.15, build: 'b', loadsBefore: 31 },
  { slower: 1.5, cv: 0.25, build: 'b', loadsBefore: 31 },
  { slower: 1.5, cv: 0.25, build: 'a', loadsBefore: 31 },
  { slower: 1.2, cv: 0.1, build: 'a', loadsBefore: 8 },
];

/** Unchanged loads of one page, from the first. */
const LOADS_OF_A_LIFE = 60;

const CONSTANT = {
  load: 900,
  requests: 42,
  transferSize: 640_000,
  cumulativeLayoutShift: 0.02,
  longTasks: 1,
};

/** Whole lives under the default rule: learning and growing without a change, and a regression that is fixed. */
export function reportLife({ runs, seed }: { readonly runs: number; readonly seed: number }): Goal[] {
  const figures = LIVES.map((life, index) => measureLife({ ...life, runs, seed: seed + 50 + index }));
  console.log(
    'A page is fine, gets slower for 40 loads, and is fixed. Absorbed: never found, and the baseline moved half',
  );
  console.log(
    'of the way. Green by itself: loads of a red page after which nothing was red, though it was still slow.',
  );
  console.log('Resolved: loads after the fix until a metric is no longer red; clear: until none is.\n');
  const header = [
    'regression',
    'loads before',
    'found',
    'absorbed',
    'still red',
    'green by itself',
    'resolved, median',
    'p90',
    'clear, median',
  ];
  const rows = LIVES.map((life, index) => describe(life, figures[index]));
  console.log(`${formatTable(header, rows)}\n`);
  const scatters = [0.08, 0.12, 0.18, 0.25];
  const alarms = scatters.map((cv, index) =>
    measureFalseAlarms({
      conditions: { ...DESIGN, cv },
      loads: LOADS_OF_A_LIFE,
      runs,
      seed: seed + 80 + index,
    }),
  );
  console.log(
    `False alarms per load in lives of ${LOADS_OF_A_LIFE} unchanged loads from the very first, CV 8, 12, 18 and 25 %:`,
  );
  console.log(`${alarms.map(formatRate).join('  ')}\n`);
  return [...judgeLives(figures), ...judgeQuiet(alarms, runs)];
}

function describe(life: (typeof LIVES)[number], figures: LifeFigures | undefined): string[] {
  const title = `+${Math.round(100 * (life.slower - 1))} %, CV ${Math.round(100 * life.cv)} %, ${life.build === 'a' ? 'same' : 'new'} build`;
  if (!figures) return [title];
  return [
    title,
    String(life.loadsBefore),
    formatShare(figures.found),
    formatRate(figures.absorbed),
    formatShare(figures.stillRed),
    formatRate(figures.wronglyGreen),
    String(figures.resolvedMedian),
    figures.resolvedP90.toFixed(0),
    String(figures.clearMedian),
  ];
}

function judgeLives(figures: readonly LifeFigures[]): Goal[] {
  const grown = LIVES.flatMap((life, index) => {
    const found = figures[index];
    return found && life.loadsBefore > 20 ? [{ ...life, ...found }] : [];
  });
  const worst = (build: 'a' | 'b'): number =>
    Math.max(...grown.filter((life) => life.build === build).map(({ absorbed }) => absorbed));
  const large = grown.filter(({ slower }) => slower >= 1.5);
  const resolved = Math.max(
    ...large.filter(({ cv }) => cv <= 0.15).map(({ resolvedMedian }) => resolvedMedian),
  );
  const green = Math.max(...large.map(({ wronglyGreen }) => wronglyGreen));
  return [
    { text: 'absorbed on a new build: 0 %', measured: formatRate(worst('b')), isMet: atMost(worst('b'), 0) },
    {
      text: 'absorbed on the same build, 20 loads of baseline: <= 1 %',
      measured: formatRate(worst('a')),
      isMet: atMost(worst('a'), 0.01),
    },
    {
      text: 'resolved after the fix of +50 % or more, CV 15 %, median: <= 5 loads',
      measured: `${resolved} loads`,
      isMet: atMost(resolved, 5),
    },
    {
      text: 'green by itself while +50 % or more slower, per load, every CV: <= 0.05 %',
      measured: `at most ${formatRate(green)}`,
      isMet: atMost(green, 0.0005),
    },
  ];
}

function judgeQuiet(alarms: readonly number[], runs: number): Goal[] {
  const highest = Math.max(...alarms);
  const constant = countConstantAlarms(1000);
  return [
    {
      text: 'false alarms per load over a whole life, every CV: <= 0.5 %',
      measured: `at most ${formatRate(highest)}`,
      isMet: atMost(highest, 0.005, errorOfShare(highest, runs * LOADS_OF_A_LIFE)),
    },
    {
      text: 'false alarms on a page that never varies, 1,000 loads: 0',
      measured: String(constant),
      isMet: atMost(constant, 0),
    },
  ];
}

function countConstantAlarms(loads: number): number {
  const life = startLife();
  return Array.from({ length: loads }, () => life.observe(CONSTANT, 'a')).filter((red) => red.length > 0)
    .length;
}
