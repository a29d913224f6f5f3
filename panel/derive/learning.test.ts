import { expect, it } from 'vitest';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';
import { deriveLearning, isLearning } from './learning.ts';

it.each([
  [1, { loads: 1, goal: 5 }],
  [4, { loads: 4, goal: 5 }],
  [5, { loads: 5, goal: 5 }],
  [6, undefined],
])('after %i loads', (loads, expected) => {
  const { state, latest } = judge(repeat(loads, withLcp(1000)));
  expect(deriveLearning(state, latest.judgement)).toEqual(expected);
});

it('says nothing of a load that was not judged', () => {
  const { state, latest } = judge([withLcp(1000), { ...withLcp(1000), late: true }]);
  expect(deriveLearning(state, latest.judgement)).toBeUndefined();
});

it('waits for the timings that every load brings, not for an interaction, and not for a suspicion', () => {
  const { judgement } = judge([withLcp(1000)]).latest;
  const learning = { verdict: 'needs-more-loads', needs: 4 } as const;
  const metrics = (load: MetricVerdict) => ({
    ...judgement,
    metrics: { load, interactionToNextPaint: learning },
  });
  expect(isLearning(metrics(learning))).toBe(true);
  expect(isLearning(metrics({ verdict: 'unchanged' }))).toBe(false);
  expect(isLearning(metrics({ ...learning, suspected: true }))).toBe(false);
  expect(isLearning({ ...judgement, metrics: { interactionToNextPaint: learning } })).toBe(true);
});
