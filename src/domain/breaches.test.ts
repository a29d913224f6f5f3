import { expect, it } from 'vitest';
import { listBreaches } from './breaches.ts';
import type { BudgetResult } from './evaluate-budgets.ts';

it('counts a metric that is both over budget and regressed once', () => {
  const result = (key: string, status: BudgetResult['status']): BudgetResult => ({
    key,
    budgetId: 'default',
    target: { kind: 'user-timing', name: key },
    unit: 'ms',
    status,
  });
  const breaches = listBreaches({
    rule: 'classic',
    cohort: 'reload/warm/desktop',
    excluded: [],
    metrics: {
      load: { verdict: 'regressed' },
      requests: { verdict: 'regressed' },
      longTasks: { verdict: 'improved' },
    },
    budgets: [
      result('load', 'broken'),
      result('transferSize', 'broken'),
      result('domInteractive', 'not-measured'),
    ],
  });
  expect(breaches).toEqual(['load', 'transferSize', 'requests']);
});
