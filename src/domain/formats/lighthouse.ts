import * as v from 'valibot';
import type { Budget, BudgetLimit, BudgetTarget } from '../budget.ts';
import type { MetricName } from '../metric.ts';
import { parseWith } from '../parse-report.ts';
import { exportPath, importPath } from './path-pattern.ts';
import { exportResourceType, importResourceType, LIGHTHOUSE_RESOURCE_TYPES } from './resource-summary.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { createLosses, type Translation } from './translation.ts';

/** Lighthouse's budget.json, as Lighthouse up to 11 and Lighthouse CI read it. Sizes are KiB, timings ms. */
const KIB = 1024;

const METRIC_OF_TIMING: Readonly<Record<string, MetricName | undefined>> = {
  'first-contentful-paint': 'firstContentfulPaint',
  'largest-contentful-paint': 'largestContentfulPaint',
  'total-blocking-time': 'totalBlockingTime',
  'cumulative-layout-shift': 'cumulativeLayoutShift',
};

const UNMEASURABLE = ['interactive', 'first-meaningful-paint', 'max-potential-fid', 'speed-index'];

/** Named by old guides and no longer accepted by Lighthouse itself: read, never written. */
const RETIRED = ['first-cpu-idle'];

const resourceEntrySchema = v.looseObject({
  resourceType: v.picklist(LIGHTHOUSE_RESOURCE_TYPES),
  budget: v.pipe(v.number(), v.minValue(0)),
});

const pathSchema = v.pipe(
  v.string(),
  v.check((path) => path.startsWith('/'), 'aRootedPath'),
  v.check((path) => path.split('*').length <= 2, 'oneWildcard'),
  v.check((path) => !path.slice(0, -1).includes('$'), 'endOnlyLast'),
);

const lighthouseSchema = v.array(
  v.looseObject({
    path: v.optional(pathSchema),
    options: v.optional(v.looseObject({ firstPartyHostnames: v.optional(v.array(v.string())) })),
    resourceSizes: v.optional(v.array(resourceEntrySchema)),
    resourceCounts: v.optional(v.array(resourceEntrySchema)),
    timings: v.optional(
      v.array(
        v.looseObject({
          metric: v.picklist([...Object.keys(METRIC_OF_TIMING), ...UNMEASURABLE, ...RETIRED]),
          budget: v.pipe(v.number(), v.minValue(0)),
        }),
      ),
    ),
  }),
);

export type LighthouseBudgets = v.InferOutput<typeof lighthouseSchema>;

const KNOWN_KEYS = new Set(['path', 'options', 'resourceSizes', 'resourceCounts', 'timings']);

/** Keys of the entries of the three lists; guides also show a "tolerance", which Lighthouse never had. */
const KNOWN_ENTRY_KEYS = new Set(['resourceType', 'metric', 'budget']);

/**
 * Reads a budget.json. Where several of its budgets match a page the last one wins whole, so each replaces the earlier.
 * Metrics no browser API gives are kept as limits that never pass. Throws an InputError that names the place.
 */
export function importLighthouse(input: unknown, source: string): Translation<Budget[]> {
  const losses = createLosses();
  const budgets = parseWith(lighthouseSchema, input, source).map((entry, i): Budget => {
    for (const path of listUnknownKeys(entry)) {
      losses.add(phrase('lostUnknownKey', `[${i}].${path}`));
    }
    if (entry.options?.firstPartyHostnames) {
      losses.add(phrase('lostFirstParty', `[${i}].options.firstPartyHostnames`));
    }
    if (entry.path?.includes('?')) losses.add(phrase('lostQuery', `[${i}].path`));
    return {
      id: `lighthouse-${i + 1}`,
      name: entry.path ? `Lighthouse ${entry.path}` : 'Lighthouse',
      pattern: importPath(entry.path),
      replacesEarlier: true,
      limits: [
        ...(entry.timings ?? []).map(({ metric, budget }) => absolute(importTiming(metric), budget)),
        ...(entry.resourceSizes ?? []).map(({ resourceType, budget }) =>
          absolute(importResourceType(resourceType, 'transferSize'), budget * KIB),
        ),
        ...(entry.resourceCounts ?? []).map(({ resourceType, budget }) =>
          absolute(importResourceType(resourceType, 'requests'), budget),
        ),
      ],
    };
  });
  return { value: budgets, lost: losses.list() };
}

/** Writes a budget.json. Limits it has no words for are listed as lost. */
export function exportLighthouse(budgets: readonly Budget[]): Translation<LighthouseBudgets> {
  const losses = createLosses();
  const value = budgets.flatMap((budget): LighthouseBudgets => {
    const path = exportPath(budget.pattern);
    if (path === undefined) {
      losses.add(phrase('lostPath', budget.name, budget.pattern));
      return [];
    }
    if (budgets.length > 1 && !budget.replacesEarlier) {
      losses.add(phrase('lostCombining', budget.name));
    }
    const lists = { timings: [], resourceSizes: [], resourceCounts: [] } as Required<
      Pick<LighthouseBudgets[number], 'timings' | 'resourceSizes' | 'resourceCounts'>
    >;
    for (const limit of budget.limits) {
      if (!exportLimit(limit, lists)) losses.add(describeLoss(budget, limit));
    }
    const used = Object.entries(lists).filter(([, list]) => list.length > 0);
    return [{ ...(path !== '/' && { path }), ...Object.fromEntries(used) }];
  });
  return { value, lost: losses.list() };
}

function listUnknownKeys(entry: LighthouseBudgets[number]): string[] {
  const own = Object.keys(entry).filter((key) => !KNOWN_KEYS.has(key));
  const lists = (['timings', 'resourceSizes', 'resourceCounts'] as const).flatMap((name) =>
    (entry[name] ?? []).flatMap((limit, index) =>
      Object.keys(limit)
        .filter((key) => !KNOWN_ENTRY_KEYS.has(key))
        .map((key) => `${name}[${index}].${key}`),
    ),
  );
  return [...own, ...lists];
}

function importTiming(metric: string): BudgetTarget {
  const known = METRIC_OF_TIMING[metric];
  return known ? { kind: 'metric', metric: known } : { kind: 'unmeasurable', name: metric };
}

function exportLimit(
  limit: BudgetLimit,
  lists: Required<Pick<LighthouseBudgets[number], 'timings' | 'resourceSizes' | 'resourceCounts'>>,
): boolean {
  if (limit.type !== 'absolute') return false;
  const timing = exportTiming(limit.target);
  if (timing) return lists.timings.push({ metric: timing, budget: limit.max }) > 0;
  const resource = exportResourceType(limit.target);
  if (resource?.measure === 'transferSize') {
    return lists.resourceSizes.push({ resourceType: resource.type, budget: limit.max / KIB }) > 0;
  }
  if (resource?.measure === 'requests') {
    return lists.resourceCounts.push({ resourceType: resource.type, budget: limit.max }) > 0;
  }
  return false;
}

function exportTiming(target: BudgetTarget): string | undefined {
  if (target.kind === 'unmeasurable') return UNMEASURABLE.find((name) => name === target.name);
  if (target.kind !== 'metric') return undefined;
  return Object.keys(METRIC_OF_TIMING).find((name) => METRIC_OF_TIMING[name] === target.metric);
}

function describeLoss({ name }: Budget, { type, target }: BudgetLimit): Phrase {
  const about = target.kind === 'metric' ? target.metric : 'name' in target ? target.name : target.kind;
  return phrase(type === 'relative' ? 'lostRelative' : 'lostAbsolute', name, about);
}

function absolute(target: BudgetTarget, max: number): BudgetLimit {
  return { type: 'absolute', target, max };
}
