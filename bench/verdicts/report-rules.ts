import { calibrateOracle } from './calibrate-oracle.ts';
import { classicContestant } from './classic-contestant.ts';
import type { Contestant } from './contestant.ts';
import { formatRate, formatShare, formatTable } from './format-table.ts';
import { atLeast, atMost, errorOfShare, type Goal } from './goals.ts';
import { createOracle } from './oracle.ts';
import { hazardOf, type Outcome, powerOf, runScenario, type Scenario } from './run-scenario.ts';
import { scanContestant } from './scan-contestant.ts';
import { DESIGN } from './simulate-loads.ts';
import { mannWhitney, medianOfFive } from './window-of-five.ts';

export interface ReportOptions {
  readonly runs: number;
  readonly seed: number;
}

const RULES: readonly Contestant[] = [classicContestant, medianOfFive, mannWhitney, scanContestant];
const ORACLE = 'known-noise oracle';

const BASELINE_LOADS = 20;

/** Unchanged loads of the baseline's own build. */
const STREAM_LOADS = 40;

/** Scatter from a calm machine to a busy one. */
const SCATTERS = [0.08, 0.12, 0.18, 0.25];

/** Looks at a new build over which its false alarms are averaged, as in the calibration. */
const NEW_BUILD_LOADS = 12;

/** Share of the noise that the milestones of one load have in common on a real machine: they move with it together. */
const SHARED_NOISE = 0.5;

const POWER_AT = [3, 5, 10, 20];

interface Shift {
  readonly slower: number;
  readonly cv: number;
  readonly isNewBuild: boolean;
}

const SHIFTS: readonly Shift[] = [
  { slower: 1.2, cv: 0.1, isNewBuild: true },
  { slower: 1.2, cv: 0.15, isNewBuild: true },
  { slower: 1.5, cv: 0.15, isNewBuild: true },
  { slower: 1.5, cv: 0.25, isNewBuild: true },
  { slower: 1.2, cv: 0.1, isNewBuild: false },
  { slower: 1.5, cv: 0.15, isNewBuild: false },
];

/** One figure of every rule. */
interface Column {
  readonly title: string;
  readonly cells: ReadonlyMap<string, string>;
}

interface Section {
  readonly goals: readonly Goal[];
  readonly columns: readonly Column[];
}

/** All rules on the same loads: false alarms, power, and whether a regression is still red thirty loads later. */
export function reportRules(options: ReportOptions): Goal[] {
  const sections = [reportFalseAlarms(options), reportPower(options)];
  const columns = sections.flatMap((section) => section.columns);
  const rules = [...RULES.map(({ name }) => name), ORACLE];
  const rows = rules.map((name) => [name, ...columns.map(({ cells }) => cells.get(name) ?? 'as the scan')]);
  console.log(
    'Every rule side by side. Left: first false alarms per load; right: share of regressions found.\n',
  );
  console.log(`${formatTable(['rule', ...columns.map(({ title }) => title)], rows)}\n`);
  return sections.flatMap((section) => section.goals);
}

function reportFalseAlarms(options: ReportOptions): Section {
  const scenarios = SCATTERS.flatMap((cv, index) =>
    [false, true].map((isNewBuild) => ({
      ...createScenario(options, { slower: 1, cv, isNewBuild }),
      streamLoads: isNewBuild ? NEW_BUILD_LOADS : STREAM_LOADS,
      conditions: { ...DESIGN, cv },
      seed: options.seed + index,
    })),
  );
  const rates = scenarios.map((scenario) => {
    const outcomes = runScenario(RULES, scenario);
    return new Map(
      [...outcomes].map(([name, each]) => [name, hazardOf(each, scenario.streamLoads)] as const),
    );
  });
  const [same, fresh] = [false, true].map((isNewBuild) =>
    rates.filter((_, index) => scenarios[index]?.isNewBuild === isNewBuild),
  );
  const rows = RULES.map(({ name }) => {
    const cells = (same ?? []).map((rate) => Number(rate.get(name)));
    const news = (fresh ?? []).map((rate) => Number(rate.get(name)));
    return [name, ...cells.map(formatRate), formatRate(mean(cells)), formatRate(mean(news))];
  });
  const scatter = SCATTERS.map((cv) => `CV ${100 * cv} %`);
  console.log('First false alarms on any metric per load: 20 loads of baseline, 40 unchanged loads,');
  console.log(
    'timings scattering independently. New build: the first 12 loads of a build that changed nothing.\n',
  );
  console.log(`${formatTable(['rule', ...scatter, 'mean', 'new build'], rows)}\n`);
  const own = (same ?? []).map((rate) => Number(rate.get('scan')));
  const ownNew = mean((fresh ?? []).map((rate) => Number(rate.get('scan'))));
  const columns = [
    { title: 'one build', cells: new Map(rows.map(([name = '', ...cells]) => [name, cells.at(-2) ?? ''])) },
    { title: 'new build', cells: new Map(rows.map(([name = '', ...cells]) => [name, cells.at(-1) ?? ''])) },
  ];
  const goals: Goal[] = [
    {
      text: 'false alarms per load, one build, every CV from 8 to 25 %: <= 0.5 %',
      measured: `at most ${formatRate(Math.max(...own))}`,
      isMet: atMost(Math.max(...own), 0.005, errorOfShare(Math.max(...own), STREAM_LOADS * options.runs)),
    },
    {
      text: 'false alarms per load, first loads of a new build: <= 1 %',
      measured: formatRate(ownNew),
      isMet: atMost(ownNew, 0.01, errorOfShare(ownNew, NEW_BUILD_LOADS * SCATTERS.length * options.runs)),
    },
  ];
  return { goals, columns };
}

function reportPower(options: ReportOptions): Section {
  const rows: string[][] = [];
  const goals: Goal[] = [];
  const columns: Column[] = [];
  for (const shift of SHIFTS) {
    const scenario = createScenario(options, shift);
    const outcomes = runScenario([...RULES, createMatchingOracle(scenario)], scenario);
    const title = describeShift(shift);
    for (const [name, each] of outcomes) rows.push([title, name, ...describePower(each)]);
    goals.push(...judgePower(shift, outcomes));
    columns.push(...summarizePower(shift, outcomes));
  }
  console.log(
    'Share of regressions found within so many loads, and still red on the 30th. FCP, LCP, DOM interactive,',
  );
  console.log(
    'DOMContentLoaded and load are slower; half of their noise is shared. The oracle may raise as many false',
  );
  console.log('alarms as the scan does on the same noise.\n');
  const header = ['regression', 'rule', ...POWER_AT.map((loads) => `in ${loads}`), 'red at 30'];
  console.log(`${formatTable(header, rows)}\n`);
  return { goals, columns };
}

/** Only what is asked of a new build at the usual scatter; the long table has the rest. */
function summarizePower(shift: Shift, outcomes: ReadonlyMap<string, readonly Outcome[]>): Column[] {
  if (!shift.isNewBuild || shift.cv > 0.15) return [];
  const loads = shift.slower === 1.5 ? 5 : 10;
  const column = (what: string, read: (each: readonly Outcome[]) => number): Column => ({
    title: `+${Math.round(100 * (shift.slower - 1))} %, CV ${Math.round(100 * shift.cv)} % ${what}`,
    cells: new Map([...outcomes].map(([name, each]) => [name, formatShare(read(each))])),
  });
  return [
    column(`in ${loads}`, (each) => powerOf(each, loads)),
    ...(shift.slower === 1.5 ? [column('red at 30', shareRedAtEnd)] : []),
  ];
}

function shareRedAtEnd(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ redAtEnd }) => redAtEnd).length / outcomes.length;
}

/** The oracle with as many false alarms as the scan has in this scenario when nothing changes. */
function createMatchingOracle(scenario: Scenario): Contestant {
  const unchanged = {
    ...scenario,
    slower: 1,
    streamLoads: scenario.isNewBuild ? NEW_BUILD_LOADS : scenario.streamLoads,
    runs: 2 * scenario.runs,
    seed: scenario.seed + 1000,
  };
  const scanned = runScenario([scanContestant], unchanged).get('scan') ?? [];
  const rate = hazardOf(scanned, unchanged.streamLoads);
  return createOracle(calibrateOracle(unchanged, rate));
}

function judgePower(shift: Shift, outcomes: ReadonlyMap<string, readonly Outcome[]>): Goal[] {
  const own = outcomes.get('scan') ?? [];
  const ceiling = outcomes.get(ORACLE) ?? [];
  const title = describeShift(shift);
  const goals: Goal[] = [];
  if (shift.isNewBuild && shift.slower === 1.5 && shift.cv === 0.15) goals.push(powerGoal(title, own, 5));
  if (shift.isNewBuild && shift.slower === 1.2 && shift.cv === 0.1) goals.push(powerGoal(title, own, 10));
  if (shift.isNewBuild) {
    const gaps = [10, 20].map((loads) => powerOf(ceiling, loads) - powerOf(own, loads));
    goals.push({
      text: `${title}: within 10 points of the oracle from 10 loads on`,
      measured: `${(100 * Math.max(0, ...gaps)).toFixed(0)} points behind`,
      isMet: atMost(Math.max(...gaps), 0.1),
    });
  }
  if (shift.slower === 1.5) {
    const found = own.filter(({ firstAlarm }) => firstAlarm !== undefined && firstAlarm <= 20);
    const red = found.filter(({ redAtEnd }) => redAtEnd).length / found.length;
    goals.push({
      text: `${title}: red until fixed or accepted`,
      measured: `${(100 * red).toFixed(1)} %`,
      isMet: atLeast(red, 1, errorOfShare(red, found.length)),
    });
  }
  return goals;
}

function powerGoal(title: string, own: readonly Outcome[], loads: number): Goal {
  const power = powerOf(own, loads);
  return {
    text: `${title}: >= 95 % in ${loads} loads`,
    measured: `${(100 * power).toFixed(1)} %`,
    isMet: atLeast(power, 0.95, errorOfShare(power, own.length)),
  };
}

function describePower(outcomes: readonly Outcome[]): string[] {
  const shares = POWER_AT.map((loads) => powerOf(outcomes, loads));
  return [...shares, shareRedAtEnd(outcomes)].map(formatShare);
}

function describeShift({ slower, cv, isNewBuild }: Shift): string {
  const build = isNewBuild ? 'new build' : 'same build';
  return `+${Math.round(100 * (slower - 1))} %, CV ${Math.round(100 * cv)} %, ${build}`;
}

function createScenario({ runs, seed }: ReportOptions, { slower, cv, isNewBuild }: Shift): Scenario {
  return {
    conditions: { ...DESIGN, cv, shared: SHARED_NOISE },
    baselineLoads: BASELINE_LOADS,
    streamLoads: 30,
    isNewBuild,
    slower,
    runs,
    seed: seed + Math.round(1000 * cv + 10 * slower),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
