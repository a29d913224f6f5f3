import { expect, it } from 'vitest';
import type { BudgetTarget } from '../../src/domain/budget.ts';
import { previewHistory } from './budget-history.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';

const { visits } = judge([...repeat(6, withLcp(1000)), withLcp(2600)]);
const LCP: BudgetTarget = { kind: 'metric', metric: 'largestContentfulPaint' };

it.each([
  ['2000', 'absolute', LCP, 'Over in 1 of 7\u00a0loads', 'broken'],
  ['3000', 'absolute', LCP, 'Holds in all of 7\u00a0loads', 'within'],
  ['10', 'relative', LCP, 'Over in 1 of 6\u00a0loads', 'broken'],
  [
    '10',
    'absolute',
    { kind: 'unmeasurable', name: 'speed-index' },
    'Not measured in 7\u00a0loads',
    'not-measured',
  ],
  [
    '1',
    'absolute',
    { kind: 'resources', type: 'script', party: 'third', measure: 'requests' },
    'Holds in all of 7\u00a0loads',
    'within',
  ],
] as const)('a limit of %s (%s) on %o: %s', (amount, type, target, text, last) => {
  const history = previewHistory({ target, type, amount }, visits);
  expect(history?.statuses).toHaveLength(7);
  expect(history?.statuses.at(-1)).toBe(last);
  expect(history?.told).toBe(text);
});

it.each([
  ['nothing typed', '', LCP],
  ['no number', 'x', LCP],
  ['no name yet', '300', { kind: 'user-timing', name: '' }],
] as const)('says nothing with %s', (_, amount, target) => {
  expect(previewHistory({ target, type: 'absolute', amount }, visits)).toBeUndefined();
});
