import { expect, it } from 'vitest';
import type { BudgetResult } from '../../src/domain/evaluate-budgets.ts';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { deriveStatus, type Status } from './status.ts';

const broken: BudgetResult = {
  key: 'load',
  budgetId: 'default',
  target: { kind: 'metric', metric: 'load' },
  unit: 'ms',
  limit: 100,
  actual: 200,
  status: 'broken',
};

it.each<[string, number | undefined, MetricVerdict | undefined, BudgetResult | undefined, Status]>([
  ['a regression outranks a broken budget', 200, { verdict: 'regressed' }, broken, 'regressed'],
  ['a broken budget outranks an improvement', 200, { verdict: 'improved' }, broken, 'over-budget'],
  ['a broken budget outranks learning', 200, { verdict: 'needs-more-loads' }, broken, 'over-budget'],
  ['a suspicion outranks steadiness', 200, { verdict: 'unchanged', suspected: true }, undefined, 'suspected'],
  ['unchanged is steady', 200, { verdict: 'unchanged' }, { ...broken, status: 'within' }, 'steady'],
  ['learning', 200, { verdict: 'needs-more-loads' }, undefined, 'learning'],
  ['improved', 200, { verdict: 'improved' }, undefined, 'improved'],
  ['a load that was not judged', 200, undefined, undefined, 'not-judged'],
  ['nothing measured', undefined, { verdict: 'not-measured' }, undefined, 'not-measured'],
  ['a regression not measured this time stays', undefined, { verdict: 'regressed' }, undefined, 'regressed'],
])('%s', (_name, value, verdict, budget, status) => {
  expect(deriveStatus({ value, verdict, budget, unit: 'ms' })).toBe(status);
});
