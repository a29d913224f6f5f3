import {
  type Budget,
  type BudgetLimit,
  type BudgetTarget,
  compilePattern,
  matchesPattern,
  targetKey,
} from './budget.ts';
import { listCounted } from './counted-resources.ts';
import { transferSizeOf } from './measure.ts';
import { type MetricName, METRICS } from './metric.ts';
import type { ResourceType, Snapshot } from './snapshot.ts';
import type { MetricVerdicts } from './verdict.ts';

export interface BudgetResult {
  readonly key: string;
  readonly budgetId: string;
  readonly target: BudgetTarget;
  readonly unit: 'ms' | 'bytes' | 'count' | 'score';
  /** Absent for a relative limit whose baseline is not known yet. */
  readonly limit?: number;
  readonly actual?: number;
  /**
   * broken: strictly above the limit. not-measured: either side is unknown, or the sizes that are not hidden are below
   * the limit; that never passes.
   */
  readonly status: 'within' | 'broken' | 'not-measured';
}

/**
 * Evaluates the budgets whose pattern matches the snapshot's URL. Where several limits have the same target the last
 * one counts, so that a budget for one page overrides the default for all; a budget that replaces the earlier ones
 * clears them. Relative limits apply to metrics only.
 */
export function evaluateBudgets(
  snapshot: Snapshot,
  budgets: readonly Budget[],
  verdicts: MetricVerdicts,
): BudgetResult[] {
  const results = new Map<string, BudgetResult>();
  for (const budget of budgets) {
    if (!matchesPattern(budget.pattern, snapshot.url)) continue;
    if (budget.replacesEarlier) results.clear();
    for (const limit of budget.limits) {
      const result = evaluateLimit(limit, budget.id, snapshot, verdicts);
      results.set(result.key, result);
    }
  }
  return [...results.values()];
}

function evaluateLimit(
  limit: BudgetLimit,
  budgetId: string,
  snapshot: Snapshot,
  verdicts: MetricVerdicts,
): BudgetResult {
  const { target } = limit;
  const reading = readTarget(target, snapshot);
  const actual = reading?.value;
  const max = limit.type === 'absolute' ? limit.max : readRelativeMax(target, limit.maxIncrease, verdicts);
  const measured = actual !== undefined && max !== undefined;
  return {
    key: targetKey(target),
    budgetId,
    target,
    unit: unitOf(target),
    ...(max !== undefined && { limit: max }),
    ...(actual !== undefined && { actual }),
    status: measured ? judge(actual, max, reading?.atLeast) : 'not-measured',
  };
}

function readRelativeMax(
  target: BudgetTarget,
  maxIncrease: number,
  verdicts: MetricVerdicts,
): number | undefined {
  if (target.kind !== 'metric') return undefined;
  const baseline = verdicts[target.metric]?.baseline?.value;
  return baseline === undefined ? undefined : baseline * (1 + maxIncrease);
}

interface Reading {
  readonly value: number;
  /** Some sizes are hidden, so that the value is a lower bound. */
  readonly atLeast?: boolean;
}

function judge(actual: number, max: number, atLeast: boolean | undefined): BudgetResult['status'] {
  if (actual > max) return 'broken';
  return atLeast ? 'not-measured' : 'within';
}

function readTarget(target: BudgetTarget, snapshot: Snapshot): Reading | undefined {
  switch (target.kind) {
    case 'metric':
      return readMetric(target.metric, snapshot);
    case 'resources':
      return sumTotals(snapshot, target);
    case 'resource':
      return toReading(sumNamedResource(snapshot, target.pattern, target.measure));
    case 'user-timing':
      return toReading(readUserTiming(snapshot, target.name));
    case 'unmeasurable':
      return undefined;
  }
}

function readMetric(metric: MetricName, snapshot: Snapshot): Reading | undefined {
  const value = snapshot.metrics[metric];
  if (value === undefined) return undefined;
  return { value, atLeast: METRICS[metric].unit === 'bytes' && hasHidden(snapshot.totals) };
}

function toReading(value: number | undefined): Reading | undefined {
  return value === undefined ? undefined : { value };
}

function sumTotals(
  snapshot: Snapshot,
  target: Extract<BudgetTarget, { kind: 'resources' }>,
): Reading | undefined {
  if (snapshot.settledAt === undefined) return undefined;
  const totals = snapshot.totals
    .filter((total) => includesType(target.type, total.type))
    .filter((total) => target.party === undefined || total.party === target.party);
  const value = totals.reduce((sum, total) => sum + total[target.measure], 0);
  return { value, atLeast: target.measure !== 'requests' && hasHidden(totals) };
}

function hasHidden(totals: Snapshot['totals']): boolean {
  return totals.some(({ restricted }) => restricted > 0);
}

function includesType(wanted: string, type: ResourceType): boolean {
  if (wanted === 'other-and-fetch') return type === 'other' || type === 'fetch';
  return wanted === 'total' || wanted === type;
}

/** A named resource that is not on the page costs nothing; one whose size is hidden is not measured. */
function sumNamedResource(
  snapshot: Snapshot,
  pattern: string,
  measure: 'transferSize' | 'duration',
): number | undefined {
  if (snapshot.settledAt === undefined) return undefined;
  const matches = compilePattern(pattern);
  const values = listCounted(snapshot)
    .filter((resource) => matches(resource.url))
    .map((resource) =>
      measure === 'duration' ? resource.responseEnd - resource.startTime : transferSizeOf(resource),
    );
  if (values.some((value) => value === undefined)) return undefined;
  const known = values as number[];
  return measure === 'duration' ? Math.max(0, ...known) : known.reduce((sum, value) => sum + value, 0);
}

/** A measure's duration, or the moment of a mark; of several with one name, the largest. */
function readUserTiming(snapshot: Snapshot, name: string): number | undefined {
  const values = snapshot.userTimings
    .filter((timing) => timing.name === name)
    .map((timing) => (timing.kind === 'mark' ? timing.startTime : timing.duration));
  return values.length > 0 ? Math.max(...values) : undefined;
}

function unitOf(target: BudgetTarget): BudgetResult['unit'] {
  switch (target.kind) {
    case 'metric':
      return METRICS[target.metric].unit;
    case 'resources':
      return target.measure === 'requests' ? 'count' : 'bytes';
    case 'resource':
      return target.measure === 'duration' ? 'ms' : 'bytes';
    case 'user-timing':
    case 'unmeasurable':
      return 'ms';
  }
}
