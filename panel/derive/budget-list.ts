import { type Budget, matchesPattern } from '../../src/domain/budget.ts';
import { type BudgetResult, evaluateBudgets } from '../../src/domain/evaluate-budgets.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { text } from '../text.ts';

export interface BudgetItem {
  readonly id: string;
  readonly name: string;
  /** "every page", or the pattern. */
  readonly scope: string;
  /** Does it apply to the page that is shown? */
  readonly applies: boolean;
  readonly broken: number;
}

/** The budgets with what they say of the latest load of the page that is shown. */
export function deriveBudgetList(budgets: readonly Budget[], latest: JudgedVisit | undefined): BudgetItem[] {
  const results = latest?.judgement.budgets ?? [];
  return budgets.map((budget) => ({
    id: budget.id,
    name: budget.name,
    scope: budget.pattern === '*' ? text('everyPage') : budget.pattern,
    applies: latest !== undefined && matchesPattern(budget.pattern, latest.snapshot.url),
    broken: results.filter(({ budgetId, status }) => budgetId === budget.id && status === 'broken').length,
  }));
}

/** What one budget by itself would say of the latest load, by target. */
export function previewBudget(
  budget: Budget,
  latest: JudgedVisit | undefined,
): ReadonlyMap<string, BudgetResult> {
  if (!latest) return new Map();
  const anywhere = { ...budget, pattern: '*' };
  return new Map(
    evaluateBudgets(latest.snapshot, [anywhere], latest.judgement.metrics).map((result) => [
      result.key,
      result,
    ]),
  );
}
