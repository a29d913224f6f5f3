import { expect, it } from 'vitest';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { deriveCohortStatus } from './cohort-status.ts';
import { type History, judge, repeat, withLcp } from './judged.fixture.ts';

const learnt = repeat(5, withLcp(1000));

function statusOf({ state, latest }: History, load?: MetricVerdict) {
  const cohort = state.cohorts[latest.judgement.cohort]!;
  const metrics = { ...latest.judgement.metrics, ...(load && { load }) };
  return deriveCohortStatus(state, cohort, { ...latest.judgement, metrics });
}

it.each<[string, History, MetricVerdict | undefined, string, boolean]>([
  ['learning', judge(learnt.slice(3)), undefined, 'Learning 2 of 5', false],
  ['quiet', judge(repeat(6, withLcp(1000))), undefined, 'OK', false],
  ['regressed', judge([...learnt, withLcp(1800)]), undefined, '1 regressed', true],
  ['improved', judge(repeat(6, withLcp(1000))), { verdict: 'improved' }, 'Improved', true],
  [
    'suspect',
    judge(repeat(6, withLcp(1000))),
    { verdict: 'needs-more-loads', suspected: true, needs: 3 },
    'Suspect',
    false,
  ],
])('%s', (_, history, load, label, offersAccept) => {
  expect(statusOf(history, load)).toMatchObject({ label, offersAccept });
});

it('says how many reloads a suspicion needs, where the rule knows', () => {
  const history = judge(repeat(6, withLcp(1000)));
  const meaningOf = (verdict: MetricVerdict) => statusOf(history, verdict).meaning.replaceAll('\u00a0', ' ');
  const suspicion = { verdict: 'needs-more-loads', suspected: true } as const;
  expect(meaningOf({ ...suspicion, needs: 3 })).toContain('up to 3 more reloads');
  expect(meaningOf(suspicion)).toContain('more reloads will tell');
});

it('still knows what is regressed when the latest visit is no longer read', () => {
  const { state, latest } = judge([...learnt, withLcp(1800)]);
  const cohort = state.cohorts[latest.judgement.cohort]!;
  expect(deriveCohortStatus(state, cohort, undefined).tone).toBe('bad');
});
