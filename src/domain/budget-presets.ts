import type { Budget, BudgetLimit } from './budget.ts';
import { DEFAULT_BUDGET } from './default-budget.ts';
import { METRICS } from './metric.ts';

export const PRESET_NAMES = ['strict', 'default', 'relaxed'] as const;

export type PresetName = (typeof PRESET_NAMES)[number];

/**
 * strict: half of everything. Vitals are rated on the slowest quarter of the visits; taking a developer's machine to be
 * twice as fast as those, a page that only just passes here is still "good" there.
 */
const STRICT_SHARE = 0.5;

/** relaxed: sizes may double, and vitals may go up to "poor", which is poor on any machine. For pages being rescued. */
const RELAXED_SHARE = 2;

/** Limits for a start, for every page. Each has an id of its own; "default" is what applies before any choice. */
export const BUDGET_PRESETS: Readonly<Record<PresetName, Budget>> = {
  strict: createPreset('strict', 'Strict', (limit) => limit.max * STRICT_SHARE),
  default: DEFAULT_BUDGET,
  relaxed: createPreset('relaxed', 'Relaxed', (limit) => poorBoundOf(limit) ?? limit.max * RELAXED_SHARE),
};

type AbsoluteLimit = Extract<BudgetLimit, { type: 'absolute' }>;

function createPreset(id: string, name: string, chooseMax: (limit: AbsoluteLimit) => number): Budget {
  const limits = DEFAULT_BUDGET.limits.map((limit): BudgetLimit => {
    if (limit.type !== 'absolute') return limit;
    const max = chooseMax(limit);
    return { ...limit, max: isCount(limit) ? Math.floor(max) : max };
  });
  return { ...DEFAULT_BUDGET, id, name, limits };
}

function poorBoundOf({ target }: AbsoluteLimit): number | undefined {
  return target.kind === 'metric' ? METRICS[target.metric].rating?.poor : undefined;
}

function isCount({ target }: AbsoluteLimit): boolean {
  return target.kind === 'metric' && METRICS[target.metric].unit === 'count';
}
