import type { SeriesName } from '../../src/domain/scan/metric-noise.ts';
import { median, quantile } from '../../src/domain/statistics.ts';
import { startLife } from './start-life.ts';
import { createRandom } from './random.ts';
import { SLOWED, slowMilestones } from './run-scenario.ts';
import { type Conditions, DESIGN, simulateLoads } from './simulate-loads.ts';

export interface LifeOptions {
  readonly cv: number;
  readonly slower: number;
  /** Build of the loads that are slower; the baseline's is "a". The fix of a new build is a third one. */
  readonly build: 'a' | 'b';
  /** Loads on the unchanged page before: 31 make a baseline of twenty. */
  readonly loadsBefore: number;
  readonly runs: number;
  readonly seed: number;
}

const LOADS_SLOW = 40;
const LOADS_AFTER = 40;

/** Part of a shift by which the level of a baseline must have followed it to have absorbed it. */
const HALF = 0.5;

export interface LifeFigures {
  /** Share of the regressions that raised an alarm within forty loads. */
  readonly found: number;
  /** Share that raised none, and had moved the baseline at least half of the way. */
  readonly absorbed: number;
  /** Share of those found that were still red on the last slow load. */
  readonly stillRed: number;
  /** Of the slow loads of a page that was red, the share after which nothing was red any more. */
  readonly wronglyGreen: number;
  /** Loads after the fix until a metric that was red then was resolved. */
  readonly resolvedMedian: number;
  readonly resolvedP90: number;
  /** Loads after the fix until none was red any more. */
  readonly clearMedian: number;
}

/** A page is fine, gets slower, and is fixed: what becomes of that. Runs with a false alarm before are left out. */
export function measureLife(options: LifeOptions): LifeFigures {
  const random = createRandom(options.seed);
  const lives = Array.from({ length: options.runs }, () => liveOnce(random, options)).filter(
    (life) => life !== undefined,
  );
  const found = lives.filter((life) => life.isFound);
  const red = found.filter((life) => life.isRedAtEnd);
  const resolved = red.flatMap((life) => life.loadsToResolve);
  const redLoads = sum(lives.map((life) => life.redLoads));
  const clear = red.map((life) => Math.max(...life.loadsToResolve));
  return {
    found: found.length / lives.length,
    absorbed: lives.filter((life) => !life.isFound && life.followed >= HALF).length / lives.length,
    stillRed: red.length / Math.max(1, found.length),
    wronglyGreen: sum(lives.map((life) => life.wronglyGreen)) / Math.max(1, redLoads),
    resolvedMedian: resolved.length > 0 ? median(resolved) : Number.NaN,
    resolvedP90: resolved.length > 0 ? quantile(resolved, 0.9) : Number.NaN,
    clearMedian: clear.length > 0 ? median(clear) : Number.NaN,
  };
}

function liveOnce(random: () => number, options: LifeOptions) {
  const conditions: Conditions = { ...DESIGN, cv: options.cv };
  const draw = simulateLoads(random, conditions);
  const life = startLife();
  for (let load = 0; load < options.loadsBefore; load++) {
    if (life.observe(draw().metrics, 'a').length > 0) return undefined;
  }
  const levelOf = () => median(life.state().series.load?.baseline ?? []);
  const before = levelOf();
  let red: readonly SeriesName[] = [];
  let [redLoads, wronglyGreen] = [0, 0];
  for (let load = 0; load < LOADS_SLOW; load++) {
    const wasRed = red.length > 0;
    red = life.observe(slowMilestones(draw().metrics, options.slower), options.build).filter(isSlowed);
    if (wasRed && red.length === 0) wronglyGreen++;
    if (wasRed || red.length > 0) redLoads++;
  }
  const followed = (levelOf() / before - 1) / (options.slower - 1);
  const loadsToResolve = new Map(red.map((name) => [name, LOADS_AFTER]));
  for (let load = 1; load <= LOADS_AFTER; load++) {
    const still = life.observe(draw().metrics, options.build === 'a' ? 'a' : 'c');
    for (const name of red) {
      if (loadsToResolve.get(name) === LOADS_AFTER && !still.includes(name)) loadsToResolve.set(name, load);
    }
  }
  return {
    isFound: redLoads > 0,
    isRedAtEnd: red.length > 0,
    redLoads,
    wronglyGreen,
    followed,
    loadsToResolve: [...loadsToResolve.values()],
  };
}

function isSlowed(name: SeriesName): boolean {
  return name === 'pageSpeed' || SLOWED.some((slowed) => slowed === name);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
