import { type Budget, type BudgetLimit, targetKey } from '../../src/domain/budget.ts';
import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { type BudgetSuggestion, suggestBudgets } from '../../src/domain/suggest-budgets.ts';
import { formatValue } from '../format.ts';
import { say } from '../say.ts';
import { text } from '../text.ts';
import { nameMetric } from './metric-words.ts';

export interface Suggestion {
  readonly metric: MetricName;
  readonly label: string;
  /** "Set ≤ 1,450 ms" or "Tighten to ≤ 1,450 ms". */
  readonly action: string;
  /** "p90 of 24 loads is 1,304 ms; a budget of 1,450 ms would have fired twice." */
  readonly argument: string;
  readonly limit: BudgetLimit;
}

/**
 * Limits that the page's own loads speak for. `cohort` holds its loads of one kind, oldest first; those that were not
 * judged, or were regressed or suspected, are no argument. A metric with a relative limit has one that moves by itself.
 */
export function deriveSuggestions(cohort: readonly JudgedVisit[], budgets: readonly Budget[]): Suggestion[] {
  const sound = cohort.filter(({ judgement }) => judgement.excluded.length === 0 && !isShifted(judgement));
  const results = cohort.findLast(({ judgement }) => judgement.budgets.length > 0)?.judgement.budgets ?? [];
  const limits = results.flatMap(({ target, limit }) =>
    target.kind === 'metric' && limit !== undefined ? [[target.metric, limit]] : [],
  );
  const relative = new Set(
    budgets.flatMap(({ limits: all }) => all.filter(({ type }) => type === 'relative').map(keyOf)),
  );
  return suggestBudgets(
    sound.map(({ snapshot }) => snapshot.metrics),
    Object.fromEntries(limits),
  )
    .filter(({ metric }) => !relative.has(metric))
    .map(describeSuggestion);
}

/** The loads that were suspected before a regression was confirmed belong to it. */
function isShifted({ metrics }: JudgedVisit['judgement']): boolean {
  return Object.values(metrics).some(({ verdict, suspected }) => verdict === 'regressed' || suspected);
}

function keyOf({ target }: BudgetLimit): string {
  return targetKey(target);
}

function describeSuggestion({ metric, kind, max, argument }: BudgetSuggestion): Suggestion {
  const limit = text('limitAbsoluteText', formatValue(max, METRICS[metric].unit));
  return {
    metric,
    label: nameMetric(metric),
    action: text(kind === 'set' ? 'setLimit' : 'tightenLimit', limit),
    argument: say(argument),
    limit: { type: 'absolute', target: { kind: 'metric', metric }, max },
  };
}

/**
 * The budget that holds these limits for the page at `url`: the last one that is for exactly this path, with them put
 * in the place of its own, or a new one. A later budget counts more, so limits of `*` are overridden.
 */
export function applySuggestions(
  suggestions: readonly Suggestion[],
  budgets: readonly Budget[],
  { url, newId }: { readonly url: string; readonly newId: string },
): Budget {
  const pattern = new URL(url).pathname;
  const known = budgets.findLast((budget) => budget.pattern === pattern);
  const budget = known ?? { id: newId, name: text('budgetFor', pattern), pattern, limits: [] };
  const added = suggestions.map(({ limit }) => limit);
  const keys = new Set(added.map(keyOf));
  return { ...budget, limits: [...budget.limits.filter((limit) => !keys.has(keyOf(limit))), ...added] };
}
