import { METRIC_NAMES, type MetricName } from './metric.ts';
import { median } from './statistics.ts';
import type { MetricVerdict, MetricVerdicts, Rule, Sample } from './verdict.ts';

/**
 * The classic rule: a running mean of the first five samples, then 80 % old and 20 % new; a metric has regressed when
 * one load exceeds that average by a relative and an absolute gate. It is simple and it is noisy (see the benchmark);
 * it stays available by name because its answers can be checked by hand.
 */
const LEARNING_SAMPLES = 5;
const KEPT_SHARE = 0.8;

/** The average of a count is a fraction: one long task in five loads, and then none, is no improvement. */
const SMALLEST_GAIN: Partial<Record<MetricName, number>> = { longTasks: 1 };

interface Gate {
  /** Relative increase that must be exceeded; 0 where only the absolute one counts. */
  readonly relative: number;
  readonly absolute: number;
}

const LOADING: Gate = { relative: 0.5, absolute: 200 };

/** Metrics without a gate are shown with their delta and never called regressed. */
const GATES: { readonly [Name in MetricName]?: Gate } = {
  load: LOADING,
  firstContentfulPaint: LOADING,
  largestContentfulPaint: LOADING,
  requests: { relative: 0.5, absolute: 5 },
  transferSize: { relative: 1, absolute: 100 * 1024 },
  // From no long task to any, or to more than twice as many.
  longTasks: { relative: 1, absolute: 0 },
  totalBlockingTime: { relative: 0, absolute: 100 },
  cumulativeLayoutShift: { relative: 0, absolute: 0.05 },
};

interface MetricState {
  readonly average: number;
  readonly n: number;
  /** The average at which a regression opened: it is judged against that one until it is resolved. */
  readonly regressedFrom?: number;
  /** The newest values since then, at most five: the new baseline if the user accepts them. */
  readonly since?: readonly number[];
}

export type ClassicState = { readonly [Name in MetricName]?: MetricState };

export const classicRule: Rule<ClassicState> = {
  name: 'classic',
  initial: () => ({}),
  observe(state, sample) {
    const next: Record<string, MetricState> = { ...state };
    const verdicts: Record<string, MetricVerdict> = {};
    for (const name of METRIC_NAMES) {
      const value = sample.metrics[name];
      if (value === undefined) {
        verdicts[name] = { verdict: 'not-measured' };
        continue;
      }
      verdicts[name] = judgeLoad(name, state[name], value);
      next[name] = learn(state[name], value, verdicts[name].verdict === 'regressed');
    }
    return { state: next, verdicts };
  },
  compare(baseline, current) {
    return Object.fromEntries(
      METRIC_NAMES.map((name) => [name, compareMetric(name, baseline, current)]),
    ) as MetricVerdicts;
  },
  accept(state) {
    const accepted = Object.entries(state).map(([name, metric]) => [name, acceptMetric(metric)]);
    return Object.fromEntries(accepted) as ClassicState;
  },
};

/** A regressed metric learns anew from the loads of its regression; any other keeps its average. */
function acceptMetric({ average, n, since }: MetricState): MetricState {
  if (!since) return { average, n };
  return { average: since.reduce((sum, value) => sum + value, 0) / since.length, n: since.length };
}

/** Does `value` exceed `baseline` by the classic gates of this metric? Metrics without a gate never do. */
export function exceedsClassicGate(name: MetricName, baseline: number, value: number): boolean {
  const gate = GATES[name];
  if (!gate) return false;
  const delta = value - baseline;
  return delta > gate.absolute && delta > gate.relative * baseline;
}

function judgeLoad(name: MetricName, state: MetricState | undefined, value: number): MetricVerdict {
  const n = state?.n ?? 0;
  if (!state || n < LEARNING_SAMPLES) {
    const sofar = state && { baseline: { value: state.average, n }, delta: value - state.average };
    return { verdict: 'needs-more-loads', needs: LEARNING_SAMPLES - n, current: { value, n: 1 }, ...sofar };
  }
  return judgeAgainst(name, { value: state.regressedFrom ?? state.average, n }, { value, n: 1 });
}

function judgeAgainst(
  name: MetricName,
  baseline: { value: number; n: number },
  current: { value: number; n: number },
): MetricVerdict {
  const verdict = exceedsClassicGate(name, baseline.value, current.value)
    ? 'regressed'
    : exceedsClassicGate(name, current.value, baseline.value) &&
        baseline.value - current.value >= (SMALLEST_GAIN[name] ?? 0)
      ? 'improved'
      : 'unchanged';
  return { verdict, baseline, current, delta: current.value - baseline.value };
}

function learn(state: MetricState | undefined, value: number, regressed: boolean): MetricState {
  const n = (state?.n ?? 0) + 1;
  if (!state) return { average: value, n };
  const average =
    n <= LEARNING_SAMPLES
      ? state.average + (value - state.average) / n
      : KEPT_SHARE * state.average + (1 - KEPT_SHARE) * value;
  if (!regressed) return { average, n };
  const since = [...(state.since ?? []), value].slice(-LEARNING_SAMPLES);
  return { average, n, regressedFrom: state.regressedFrom ?? state.average, since };
}

function compareMetric(
  name: MetricName,
  baseline: readonly Sample[],
  current: readonly Sample[],
): MetricVerdict {
  const before = valuesOf(name, baseline);
  const after = valuesOf(name, current);
  if (before.length === 0 || after.length === 0) return { verdict: 'not-measured' };
  return judgeAgainst(
    name,
    { value: median(before), n: before.length },
    { value: median(after), n: after.length },
  );
}

function valuesOf(name: MetricName, samples: readonly Sample[]): number[] {
  return samples.map((sample) => sample.metrics[name]).filter((value) => value !== undefined);
}
