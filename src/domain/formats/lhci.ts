import * as v from 'valibot';
import { type Budget, type BudgetLimit, type BudgetTarget, targetKey } from '../budget.ts';
import type { MetricName } from '../metric.ts';
import { parseWith } from '../parse-report.ts';
import {
  exportResourceType,
  importResourceType,
  LIGHTHOUSE_RESOURCE_TYPES,
  type LighthouseResourceType,
} from './resource-summary.ts';
import { phrase } from '../words/phrase.ts';
import { createLosses, type Translation } from './translation.ts';

/** Assertions of Lighthouse CI's configuration. Sizes are bytes here, unlike in budget.json. */
const METRIC_OF_AUDIT: Readonly<Record<string, MetricName | undefined>> = {
  'first-contentful-paint': 'firstContentfulPaint',
  'largest-contentful-paint': 'largestContentfulPaint',
  'total-blocking-time': 'totalBlockingTime',
  'cumulative-layout-shift': 'cumulativeLayoutShift',
  'interaction-to-next-paint': 'interactionToNextPaint',
  'total-byte-weight': 'transferSize',
};

const UNMEASURABLE = new Set([
  'interactive',
  'first-meaningful-paint',
  'max-potential-fid',
  'speed-index',
  'server-response-time',
  'dom-size',
]);

const LEVELS = ['off', 'warn', 'error'] as const;

const optionsSchema = v.looseObject({
  minScore: v.optional(v.number()),
  maxLength: v.optional(v.number()),
  maxNumericValue: v.optional(v.pipe(v.number(), v.minValue(0))),
  aggregationMethod: v.optional(v.string()),
});

const assertionSchema = v.union([
  v.picklist(LEVELS),
  v.strictTuple([v.picklist(LEVELS)]),
  v.strictTuple([v.picklist(LEVELS), optionsSchema]),
]);

const assertionsSchema = v.record(v.string(), assertionSchema);

const assertSchema = v.looseObject({
  preset: v.optional(v.string()),
  aggregationMethod: v.optional(v.string()),
  budgetsFile: v.optional(v.string()),
  assertions: v.optional(assertionsSchema),
  assertMatrix: v.optional(
    v.array(
      v.looseObject({
        matchingUrlPattern: v.string(),
        preset: v.optional(v.string()),
        assertions: v.optional(assertionsSchema),
      }),
    ),
  ),
});

const lhciSchema = v.looseObject({ ci: v.looseObject({ assert: assertSchema }) });

type Assertions = v.InferOutput<typeof assertionsSchema>;
type Losses = ReturnType<typeof createLosses>;

export interface LhciConfig {
  readonly ci: {
    readonly assert: {
      readonly assertions?: Assertions;
      readonly assertMatrix?: readonly {
        readonly matchingUrlPattern: string;
        readonly assertions: Assertions;
      }[];
    };
  };
}

/**
 * Reads the assertions of a Lighthouse CI configuration. Only assertions of level "error" with `maxNumericValue` are
 * limits; scores, audits and warnings have no equal here and are listed as lost. Throws an InputError.
 */
export function importLhci(input: unknown, source: string): Translation<Budget[]> {
  const losses = createLosses();
  const { assert } = parseWith(lhciSchema, input, source).ci;
  if (assert.preset) losses.add(phrase('lostPreset', assert.preset));
  if (assert.aggregationMethod) losses.add(phrase('lostAggregation'));
  if (assert.budgetsFile) losses.add(phrase('lostBudgetsFile', assert.budgetsFile));
  const everywhere = assert.assertions ? [{ pattern: '*', assertions: assert.assertions }] : [];
  const matrix = (assert.assertMatrix ?? []).flatMap(({ matchingUrlPattern, assertions, preset }) => {
    if (preset !== undefined) losses.add(phrase('lostPresetOf', matchingUrlPattern));
    const pattern = importUrlRegex(matchingUrlPattern);
    if (pattern === undefined) {
      losses.add(phrase('lostUrlRegex', matchingUrlPattern));
      return [];
    }
    return [{ pattern, assertions: assertions ?? {} }];
  });
  const value = [...everywhere, ...matrix].map(
    ({ pattern, assertions }, i): Budget => ({
      id: `lhci-${i + 1}`,
      name: pattern === '*' ? 'Lighthouse CI' : `Lighthouse CI ${pattern}`,
      pattern,
      limits: Object.entries(assertions).flatMap(([key, assertion]) =>
        importAssertion(key, assertion, losses),
      ),
    }),
  );
  noteRepeated(value, losses);
  return { value, lost: losses.list() };
}

/** All matching entries apply there; here the later limit on the same thing counts. */
function noteRepeated(budgets: readonly Budget[], losses: Losses): void {
  const seen = new Set<string>();
  for (const key of budgets.flatMap(({ limits }) => limits.map(({ target }) => targetKey(target)))) {
    if (seen.has(key)) losses.add(phrase('lostRepeated', key));
    seen.add(key);
  }
}

/** Writes a Lighthouse CI configuration: one set of assertions, or a matrix where budgets have patterns. */
export function exportLhci(budgets: readonly Budget[]): Translation<LhciConfig> {
  const losses = createLosses();
  const matrix = budgets.flatMap((budget) => {
    const matchingUrlPattern = exportUrlRegex(budget.pattern);
    if (matchingUrlPattern === undefined) {
      losses.add(phrase('lostNoRegex', budget.name, budget.pattern));
      return [];
    }
    return [{ matchingUrlPattern, assertions: exportAssertions(budget, losses) }];
  });
  if (matrix.length > 1) losses.add(phrase('lostMatrix'));
  const [only] = matrix;
  const single = matrix.length === 1 && only?.matchingUrlPattern === '.*';
  return {
    value: { ci: { assert: single ? { assertions: only.assertions } : { assertMatrix: matrix } } },
    lost: losses.list(),
  };
}

function importAssertion(key: string, assertion: Assertions[string], losses: Losses): BudgetLimit[] {
  const [level, options] = typeof assertion === 'string' ? [assertion, undefined] : assertion;
  if (level === 'off') return [];
  const target = importKey(key);
  if (level === 'warn') losses.add(phrase('lostWarning', key));
  else if (!target) losses.add(phrase('lostAudit', key));
  else if (options?.maxNumericValue === undefined) losses.add(phrase('lostNotMaximum', key));
  else {
    if (target.kind === 'user-timing' && target.name.includes('-')) losses.add(phrase('lostKebabCase', key));
    if (options.aggregationMethod !== undefined)
      losses.add(phrase('lostAggregationOf', key, options.aggregationMethod));
    return [{ type: 'absolute', target, max: options.maxNumericValue }];
  }
  return [];
}

/** Parts of a key are separated by ":" or ".", as in "resource-summary:script:size" and "user-timings.hydrated". */
function importKey(key: string): BudgetTarget | undefined {
  const [audit = '', name = '', property] = key.split(/[:.]/);
  const metric = METRIC_OF_AUDIT[audit];
  if (metric) return { kind: 'metric', metric };
  if (audit === 'user-timings' && name) return { kind: 'user-timing', name };
  const type = LIGHTHOUSE_RESOURCE_TYPES.find((candidate) => candidate === name);
  if (audit === 'resource-summary' && type) return importSummary(type, property);
  return UNMEASURABLE.has(audit) ? { kind: 'unmeasurable', name: audit } : undefined;
}

function importSummary(type: LighthouseResourceType, property: string | undefined): BudgetTarget | undefined {
  if (property === 'size') return importResourceType(type, 'transferSize');
  return property === 'count' ? importResourceType(type, 'requests') : undefined;
}

function exportAssertions(budget: Budget, losses: Losses): Assertions {
  const assertions: Assertions = {};
  for (const limit of budget.limits) {
    const key = limit.type === 'absolute' ? exportKey(limit.target) : undefined;
    if (key === undefined || limit.type !== 'absolute') {
      losses.add(phrase('lostNoAssertion', budget.name, limit.type, limit.target.kind));
    } else {
      assertions[key] = ['error', { maxNumericValue: limit.max }];
    }
  }
  return assertions;
}

function exportKey(target: BudgetTarget): string | undefined {
  const resource = exportResourceType(target);
  if (resource)
    return `resource-summary:${resource.type}:${resource.measure === 'requests' ? 'count' : 'size'}`;
  if (target.kind === 'user-timing') return `user-timings:${toKebabCase(target.name)}`;
  if (target.kind === 'unmeasurable') return UNMEASURABLE.has(target.name) ? target.name : undefined;
  if (target.kind !== 'metric') return undefined;
  return Object.keys(METRIC_OF_AUDIT).find((audit) => METRIC_OF_AUDIT[audit] === target.metric);
}

/** As Lighthouse CI writes the name of a mark or measure: "appHydrated" and "app hydrated" are "app-hydrated". */
function toKebabCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase();
}

const ANY_ORIGIN = 'https?://[^/]+';

/**
 * The URL pattern of a regular expression, where the expression is one of the forms the tool itself writes: ".*",
 * any origin followed by a literal path, or a literal URL. Any other is refused: no page runs a stranger's RegExp here.
 */
function importUrlRegex(source: string): string | undefined {
  if (source === '.*' || source === '') return '*';
  const unanchored = source.replace(/^\^/, '');
  const anyOrigin = unanchored.startsWith(ANY_ORIGIN);
  const rest = anyOrigin ? unanchored.slice(ANY_ORIGIN.length) : unanchored;
  const exact = rest.endsWith('$');
  const literal = (exact ? rest.slice(0, -1) : rest).replaceAll('.*', '*').replaceAll(/\\([./?$-])/g, '$1');
  const isLiteral =
    /^[\w\-./:~%@*]*$/.test(literal) && (anyOrigin ? literal.startsWith('/') : /^https?:\/\//.test(literal));
  if (!isLiteral) return undefined;
  return exact || literal.endsWith('*') ? literal : `${literal}*`;
}

function exportUrlRegex(pattern: string): string | undefined {
  if (pattern === '*') return '.*';
  if (!/^[\w\-./:~%@*]+$/.test(pattern)) return undefined;
  const escaped = pattern.replaceAll('.', '\\.').replaceAll('*', '.*');
  const anchored = pattern.endsWith('*') ? escaped.slice(0, -2) : `${escaped}$`;
  return pattern.startsWith('/') ? ANY_ORIGIN + anchored : anchored;
}
