import type { MetricName, MetricValues } from '../../src/domain/metric.ts';
import type { SeriesName } from '../../src/domain/scan/metric-noise.ts';
import type { Contestant, Judge } from './contestant.ts';
import { createRandom } from './random.ts';
import { type Conditions, type SimulatedLoad, simulateLoads } from './simulate-loads.ts';

/** What slows down when a page does: the milestones, not the server and not the work after load. */
export const SLOWED = [
  'firstContentfulPaint',
  'largestContentfulPaint',
  'domInteractive',
  'domContentLoaded',
  'load',
] as const satisfies readonly MetricName[];

export interface Scenario {
  readonly conditions: Conditions;
  readonly baselineLoads: number;
  readonly streamLoads: number;
  readonly isNewBuild: boolean;
  /** 1.2 makes the milestones of the stream a fifth slower; 1 changes nothing. */
  readonly slower: number;
  readonly runs: number;
  readonly seed: number;
}

export interface Outcome {
  /** Load of the stream on which the first alarm came, counted from 1; undefined when none did. */
  readonly firstAlarm?: number;
  /** Is anything that was slowed down red after the last load? */
  readonly redAtEnd: boolean;
}

/**
 * The same simulated pages for every contestant: each lives through a baseline and a stream. Where something was
 * slowed down only alarms on that count.
 */
export function runScenario(
  contestants: readonly Contestant[],
  scenario: Scenario,
): ReadonlyMap<string, readonly Outcome[]> {
  const outcomes = new Map(contestants.map(({ name }) => [name, [] as Outcome[]]));
  for (const { baseline, stream } of simulateRuns(scenario)) {
    for (const contestant of contestants) {
      const judge = contestant.start(baseline, scenario);
      outcomes.get(contestant.name)?.push(judgeStream(judge, stream, scenario.slower > 1));
    }
  }
  return outcomes;
}

/** The loads of every run of a scenario: always the same ones. */
export function* simulateRuns(
  scenario: Scenario,
): Generator<{ baseline: SimulatedLoad[]; stream: SimulatedLoad[] }> {
  const random = createRandom(scenario.seed);
  for (let run = 0; run < scenario.runs; run++) {
    const draw = simulateLoads(random, scenario.conditions);
    const baseline = Array.from({ length: scenario.baselineLoads }, draw);
    const stream = Array.from({ length: scenario.streamLoads }, () => slow(draw(), scenario.slower));
    yield { baseline, stream };
  }
}

function slow(load: SimulatedLoad, factor: number): SimulatedLoad {
  if (factor === 1) return load;
  return { ...load, metrics: slowMilestones(load.metrics, factor) };
}

export function slowMilestones(metrics: MetricValues, factor: number): MetricValues {
  const slowed = SLOWED.map((name) => [name, Number(metrics[name]) * factor]);
  return { ...metrics, ...Object.fromEntries(slowed) };
}

function judgeStream(judge: Judge, stream: readonly SimulatedLoad[], onlySlowed: boolean): Outcome {
  const counts = (red: readonly SeriesName[]): boolean =>
    red.some((name) => !onlySlowed || name === 'pageSpeed' || SLOWED.some((slowed) => slowed === name));
  const alarms = stream.map((load) => counts(judge(load)));
  const first = alarms.indexOf(true);
  return { redAtEnd: alarms.at(-1) === true, ...(first >= 0 && { firstAlarm: first + 1 }) };
}

/** First alarms per load at risk, over the first `loads` of every stream. */
export function hazardOf(outcomes: readonly Outcome[], loads: number): number {
  const alarms = outcomes.filter(({ firstAlarm }) => (firstAlarm ?? Infinity) <= loads).length;
  const atRisk = outcomes.reduce((sum, { firstAlarm }) => sum + Math.min(firstAlarm ?? loads, loads), 0);
  return alarms / atRisk;
}

/** Share of the streams with an alarm within so many loads. */
export function powerOf(outcomes: readonly Outcome[], loads: number): number {
  return outcomes.filter(({ firstAlarm }) => (firstAlarm ?? Infinity) <= loads).length / outcomes.length;
}
