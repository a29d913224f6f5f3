import type { MetricName } from '../../src/domain/metric.ts';
import { drawNormal, type Random } from './random.ts';

/** A page as a developer might have it. INP is absent: reloading is no interaction. */
const TYPICAL = {
  timeToFirstByte: 120,
  firstContentfulPaint: 450,
  largestContentfulPaint: 820,
  domInteractive: 560,
  domContentLoaded: 640,
  load: 1150,
  totalBlockingTime: 180,
  longestTask: 140,
} as const satisfies { readonly [Name in MetricName]?: number };

export type TimingName = keyof typeof TYPICAL;

export const TIMING_NAMES = Object.keys(TYPICAL) as TimingName[];

/** How noisy the machine is. */
export interface Conditions {
  /** Coefficient of variation of every timing. */
  readonly cv: number;
  /** Share of the variance that all timings of a load have in common; 0 makes them independent. */
  readonly shared: number;
  /** Correlation of a load's noise with the load before. */
  readonly autocorrelation: number;
  /** Share of loads that a busy machine stretches by 2-3x, all timings alike, and the chance that the next is too. */
  readonly hiccups: number;
  readonly burst: number;
}

export const DESIGN: Omit<Conditions, 'cv'> = { shared: 0, autocorrelation: 0.3, hiccups: 0.03, burst: 0.3 };

export interface SimulatedLoad {
  readonly metrics: { readonly [Name in MetricName]?: number };
  /** Known to the simulation and the oracle only. */
  readonly hiccup: boolean;
}

export function sigmaOf(cv: number): number {
  return Math.sqrt(Math.log(1 + cv ** 2));
}

/** An endless series of loads of one unchanged page: lognormal timings, constant sizes and counts. */
export function simulateLoads(random: Random, conditions: Conditions): () => SimulatedLoad {
  const { cv, shared, autocorrelation } = conditions;
  const sigma = sigmaOf(cv);
  const drawShared = drawCorrelated(random, autocorrelation);
  const own = TIMING_NAMES.map((name) => ({ name, draw: drawCorrelated(random, autocorrelation) }));
  const drawHiccup = drawBursts(random, conditions);
  return () => {
    const common = Math.sqrt(shared) * drawShared();
    const hiccup = drawHiccup();
    const stretch = hiccup ? 2 + random() : 1;
    const timings = own.map(({ name, draw }): [TimingName, number] => {
      const noise = sigma * (common + Math.sqrt(1 - shared) * draw());
      return [name, TYPICAL[name] * Math.exp(noise) * stretch];
    });
    const metrics = { ...Object.fromEntries(timings), ...drawDeterministic(random, hiccup) };
    return { metrics, hiccup };
  };
}

/** Sizes repeat but for headers; a hiccup adds long tasks, and some loads have one more or less anyway. */
function drawDeterministic(random: Random, hiccup: boolean) {
  const extraTasks = hiccup ? 1 + Math.floor(random() * 4) : random() < 0.15 ? 1 : 0;
  return {
    cumulativeLayoutShift: 0.02,
    longTasks: 3 + extraTasks,
    requests: 42,
    transferSize: 640_000 + Math.floor(random() * 60),
    decodedSize: 1_900_000,
  };
}

function drawCorrelated(random: Random, autocorrelation: number): () => number {
  let last = drawNormal(random);
  const innovation = Math.sqrt(1 - autocorrelation ** 2);
  return () => {
    last = autocorrelation * last + innovation * drawNormal(random);
    return last;
  };
}

/** A two-state chain whose long-run share of hiccups is `hiccups` and that stays in one with chance `burst`. */
function drawBursts(random: Random, { hiccups, burst }: Conditions): () => boolean {
  const begin = (hiccups * (1 - burst)) / (1 - hiccups);
  let inside = random() < hiccups;
  return () => {
    inside = random() < (inside ? burst : begin);
    return inside;
  };
}
