import type { MetricDiff } from './cause.ts';

/** One column of the ledger chart. Levels are shares of the chart's height; `from` < `to` whatever the direction. */
export interface LedgerStep {
  readonly kind: 'level' | 'cause' | 'unexplained';
  /** "Baseline", "1", "2", "Rest", "Now": causes are numbered as in the list below the chart. */
  readonly label: string;
  /** The level, or the signed contribution, in the metric's unit. */
  readonly amount: number;
  readonly from: number;
  readonly to: number;
  /** Where the running sum stands after this step: the connector to the next column. */
  readonly level: number;
  /** Where the step ends by the least and the most of the pairs of loads; absent for a single pair. */
  readonly range?: { readonly from: number; readonly to: number };
}

export interface Ledger {
  readonly steps: readonly LedgerStep[];
  /** The axis does not begin at zero: levels are drawn with a break. */
  readonly broken: boolean;
}

/** Causes beyond these are one column: below 32 pixels a column cannot carry its number. */
const MOST_COLUMNS = 6;

/** A change smaller than this share of the whole would be a hairline on an axis from zero. */
const SMALL_CHANGE = 0.2;

/**
 * Baseline, causes, the unexplained rest and the current level as a running sum: Σ contributions + unexplained = delta,
 * so the last step always lands on the current level (but for a rest too small to be drawn).
 */
export function deriveLedger(diff: MetricDiff): Ledger {
  const start = diff.baseline.median;
  const shown = diff.causes.slice(0, MOST_COLUMNS);
  const rest =
    diff.unexplained + diff.causes.slice(MOST_COLUMNS).reduce((sum, cause) => sum + cause.contribution, 0);
  const restSteps = isNegligible(rest, diff.delta) ? [] : [rest];
  const amounts = [...shown.map(({ contribution }) => contribution), ...restSteps];
  const sums = runningSums(start, amounts);
  const ranges = shown.map(({ range }, index) => range?.map((end) => (sums[index - 1] ?? start) + end));
  const highest = Math.max(start, ...sums, ...ranges.flatMap((range) => range ?? []));
  const lowest = Math.min(start, ...sums);
  const broken = highest > 0 && highest - lowest < SMALL_CHANGE * highest;
  const floor = broken ? Math.max(0, lowest - (highest - lowest) * 1.5) : Math.min(0, lowest);
  const scale = (value: number): number => (highest === floor ? 0 : (value - floor) / (highest - floor));
  const level = (label: string, amount: number): LedgerStep => ({
    kind: 'level',
    label,
    amount,
    from: 0,
    to: scale(amount),
    level: scale(amount),
  });
  const changes = amounts.map((amount, index): LedgerStep => {
    const before = scale(sums[index - 1] ?? start);
    const after = scale(sums[index] ?? start);
    const range = ranges[index];
    return {
      kind: index < shown.length ? 'cause' : 'unexplained',
      label: index < shown.length ? String(index + 1) : 'Rest',
      amount,
      from: Math.min(before, after),
      to: Math.max(before, after),
      level: after,
      ...(range && { range: spanOf(range.map(scale)) }),
    };
  });
  return { steps: [level('Baseline', start), ...changes, level('Now', diff.current.median)], broken };
}

/** A rest below a hundredth of the change, or of nothing at all, is not worth a column or a line. */
export function isNegligible(unexplained: number, delta: number): boolean {
  return Math.abs(unexplained) <= Math.abs(delta) / 100;
}

/** What lies below the chart begins at its foot. */
function spanOf(ends: readonly number[]): { from: number; to: number } {
  return { from: Math.max(0, Math.min(...ends)), to: Math.max(0, ...ends) };
}

function runningSums(start: number, amounts: readonly number[]): number[] {
  let sum = start;
  return amounts.map((amount) => (sum += amount));
}
