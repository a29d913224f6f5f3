import { type Budget, type BudgetLimit, targetKey } from '../../src/domain/budget.ts';
import type { BudgetResult } from '../../src/domain/evaluate-budgets.ts';
import { describeLimit } from '../derive/budget-draft.ts';
import { describeTarget } from '../derive/words.ts';
import { formatValue } from '../format.ts';
import { Icon, type IconName } from './icon.tsx';
import { text } from '../text.ts';

/** The limits of a budget, each beside what the latest load measured. */
export function BudgetLimits({
  budget,
  results,
}: {
  readonly budget: Budget;
  readonly results: ReadonlyMap<string, BudgetResult>;
}) {
  if (budget.limits.length === 0) return <p class="muted">{text('noLimits')}</p>;
  return (
    <ul class="limits">
      {budget.limits.map((limit) => (
        <LimitRow key={targetKey(limit.target)} limit={limit} result={results.get(targetKey(limit.target))} />
      ))}
    </ul>
  );
}

const STATUS_ICON: Readonly<Record<BudgetResult['status'], IconName>> = {
  within: 'check',
  broken: 'over',
  'not-measured': 'unknown',
};

const STATUS_TONE: Readonly<Record<BudgetResult['status'], string>> = {
  within: 'good',
  broken: 'bad',
  'not-measured': 'quiet',
};

function LimitRow({
  limit,
  result,
}: {
  readonly limit: BudgetLimit;
  readonly result: BudgetResult | undefined;
}) {
  const used = result?.actual !== undefined && result.limit ? result.actual / result.limit : undefined;
  return (
    <li>
      <span class="limit-name">{describeTarget(limit.target)}</span>
      <span class="limit-max">{describeLimit(limit)}</span>
      {result && (
        <>
          <svg class={`bar ${result.status === 'broken' ? 'more' : 'less'}`} aria-hidden="true">
            <rect class="track" width="100%" height="100%" rx="2" />
            {used !== undefined && (
              <rect class="fill" width={`${Math.min(used * 100, 100).toFixed(1)}%`} height="100%" rx="2" />
            )}
          </svg>
          <span class={`state ${STATUS_TONE[result.status]}`}>
            <Icon name={STATUS_ICON[result.status]} />
            {formatValue(result.actual, result.unit)}
          </span>
        </>
      )}
    </li>
  );
}
