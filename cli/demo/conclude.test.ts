import { expect, it } from 'vitest';
import { findFault } from '../../lab/faults.ts';
import { COMPARISON } from '../../src/domain/formats/comparison.fixture.ts';
import { findNamedFault } from './conclude.ts';

const { truth } = findFault('rb-script');

it('finds the planted script when it is the top cause of a metric that regressed', () => {
  expect(findNamedFault(COMPARISON, truth)).toMatchObject({
    metric: 'largestContentfulPaint',
    cause: { resource: '/js/consent.js' },
  });
});

it.each([
  ['second', { causes: [...COMPARISON.metrics.largestContentfulPaint!.causes].reverse() }],
  ['top of a metric that did not regress', { verdict: 'unchanged' as const }],
  ['not there', { causes: [] }],
])('is not satisfied when it is %s', (_name, change) => {
  const metrics = {
    ...COMPARISON.metrics,
    largestContentfulPaint: { ...COMPARISON.metrics.largestContentfulPaint!, ...change },
  };
  expect(findNamedFault({ ...COMPARISON, metrics }, truth)).toBeUndefined();
});
