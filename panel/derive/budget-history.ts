import type { BudgetLimit } from '../../src/domain/budget.ts';
import { type BudgetResult, evaluateBudgets } from '../../src/domain/evaluate-budgets.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatCount } from '../format.ts';
import { textOfCount } from '../text.ts';
import { type LimitDraft, parseLimit } from './budget-draft.ts';

/** What a limit would have said of the loads of the page that is shown, as it is typed now. */
export interface LimitHistory {
  /** One a load, oldest first. */
  readonly statuses: readonly BudgetResult['status'][];
  /** "Over in 3 of 42 loads". */
  readonly told: string;
  readonly isBroken: boolean;
}

/**
 * Undefined while the limit cannot be understood yet, and without a load. Each load is held against the baseline it
 * was judged by; of loads that were not judged, relative limits say nothing.
 */
export function previewHistory(limit: LimitDraft, visits: readonly JudgedVisit[]): LimitHistory | undefined {
  const parsed = parseLimit(limit);
  if (!parsed || visits.length === 0) return undefined;
  const statuses = visits.map((visit) => evaluateAlone(parsed, visit));
  const measured = statuses.filter((status) => status !== 'not-measured').length;
  const broken = statuses.filter((status) => status === 'broken').length;
  const told =
    measured === 0
      ? textOfCount('wouldNotMeasure', visits.length)
      : broken === 0
        ? textOfCount('wouldHold', measured)
        : textOfCount('wouldBreak', measured, [formatCount(measured), formatCount(broken)]);
  return { statuses, told, isBroken: broken > 0 };
}

function evaluateAlone(limit: BudgetLimit, { snapshot, judgement }: JudgedVisit): BudgetResult['status'] {
  const budget = { id: '-', name: '-', pattern: '*', limits: [limit] };
  return evaluateBudgets(snapshot, [budget], judgement.metrics)[0]?.status ?? 'not-measured';
}
