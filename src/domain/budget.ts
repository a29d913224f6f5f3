import * as v from 'valibot';
import { isSafePattern } from './url-pattern.ts';
import { METRIC_NAMES, type MetricName } from './metric.ts';
import { PARTIES, RESOURCE_TYPES } from './snapshot.ts';

export { DEFAULT_BUDGET } from './default-budget.ts';
export { compilePattern, matchesPattern } from './url-pattern.ts';

/**
 * A budget says what pages matching a pattern may cost. `pattern` is a URL pattern: "*" for every page, a path such
 * as "/product/*" for every origin, or a full pattern such as "https://shop.test/product/*".
 */
const patternSchema = v.pipe(v.string(), v.maxLength(2048), v.check(isSafePattern, 'aUrlPattern'));

/** Longest name of a budget, in characters. */
export const MAX_BUDGET_NAME = 256;

const textSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_BUDGET_NAME));

const metricTargetSchema = v.object({ kind: v.literal('metric'), metric: v.picklist(METRIC_NAMES) });

export const targetSchema = v.variant('kind', [
  metricTargetSchema,
  v.object({
    kind: v.literal('resources'),
    // "other-and-fetch" is what other tools call "other": they know no type for API calls.
    type: v.picklist([...RESOURCE_TYPES, 'total', 'other-and-fetch']),
    party: v.optional(v.picklist(PARTIES)),
    measure: v.picklist(['transferSize', 'decodedSize', 'requests']),
  }),
  v.object({
    kind: v.literal('resource'),
    pattern: patternSchema,
    measure: v.picklist(['transferSize', 'duration']),
  }),
  v.object({ kind: v.literal('user-timing'), name: textSchema }),
  // A metric of another tool that no browser API measures. It is kept and never passes.
  v.object({ kind: v.literal('unmeasurable'), name: textSchema }),
]);

const limitNumber = v.pipe(v.number(), v.minValue(0), v.maxValue(1e15));

/** `max` in the target's unit, or `maxIncrease` over the baseline (0.05 is "at most 5 % more"). */
export const limitSchema = v.variant('type', [
  v.object({ type: v.literal('absolute'), target: targetSchema, max: limitNumber }),
  // Only metrics have a baseline.
  v.object({ type: v.literal('relative'), target: metricTargetSchema, maxIncrease: limitNumber }),
]);

export const budgetSchema = v.object({
  id: textSchema,
  name: textSchema,
  pattern: patternSchema,
  limits: v.pipe(v.array(limitSchema), v.maxLength(200)),
  /** Where this budget matches, those before it do not count at all. Otherwise limits are overridden one by one. */
  replacesEarlier: v.optional(v.boolean()),
});

export type Budget = v.InferOutput<typeof budgetSchema>;
export type BudgetLimit = v.InferOutput<typeof limitSchema>;
export type BudgetTarget = v.InferOutput<typeof targetSchema>;

/** The same budgets with their limits of bytes and requests alone. */
export function keepSizeLimits(budgets: readonly Budget[]): Budget[] {
  return budgets.map((budget) => ({
    ...budget,
    limits: budget.limits.filter(({ target }) => isSize(target)),
  }));
}

const SIZES: readonly string[] = ['requests', 'transferSize', 'decodedSize'] satisfies MetricName[];

function isSize(target: BudgetTarget): boolean {
  if (target.kind === 'metric') return SIZES.includes(target.metric);
  return target.kind === 'resources' || (target.kind === 'resource' && target.measure === 'transferSize');
}

/** Identity of what a limit is about: two limits with the same key are about the same thing. */
export function targetKey(target: BudgetTarget): string {
  switch (target.kind) {
    case 'metric':
      return target.metric;
    case 'resources':
      return ['resources', target.type, target.party ?? 'any', target.measure].join(':');
    case 'resource':
      return ['resource', target.pattern, target.measure].join(':');
    case 'user-timing':
    case 'unmeasurable':
      return `${target.kind}:${target.name}`;
  }
}
