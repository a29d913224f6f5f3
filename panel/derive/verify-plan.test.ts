import { expect, it } from 'vitest';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';
import { countLoadsToVerify, tellVerified } from './verify-plan.ts';

const learnt = judge(repeat(12, withLcp(1000)));
const suspect = (needs?: number): JudgedVisit => ({
  ...learnt.latest,
  judgement: {
    ...learnt.latest.judgement,
    metrics: {
      load: { verdict: 'needs-more-loads', suspected: true, ...(needs !== undefined && { needs }) },
    },
  },
});
const hidden: JudgedVisit = {
  ...learnt.latest,
  judgement: { ...learnt.latest.judgement, excluded: ['hidden'], metrics: {} },
};

const busy: JudgedVisit = {
  ...learnt.latest,
  judgement: { ...learnt.latest.judgement, excluded: ['machine-busy'], metrics: {} },
};

it.each<[string, readonly JudgedVisit[], number]>([
  ['at least three loads', [], 3],
  ['fewer once some are there', learnt.visits.slice(-2), 1],
  ['none when the verdict stands', learnt.visits.slice(-3), 0],
  ['as many as a suspicion needs', [...learnt.visits.slice(-3), suspect(4)], 4],
  ['one at a time when the rule cannot tell', [...learnt.visits.slice(-3), suspect()], 1],
  ['never more than ten in all', [...learnt.visits.slice(-8), suspect(7)], 1],
  ['a load that is not judged again', [...learnt.visits.slice(-2), hidden], 1],
  ['no endless tries of loads that are not judged', repeat(10, hidden), 0],
  ['every load again that began on a busy machine', [...repeat(9, busy), ...learnt.visits.slice(-2)], 1],
  ['no endless tries on a machine that is never calm', repeat(20, busy), 0],
])('asks for %s', (_, made, more) => {
  expect(countLoadsToVerify(learnt.state, made, learnt.latest)).toBe(more);
});

it('asks for what the baseline still lacks, and for the load that is judged then', () => {
  const { state, latest, visits } = judge(repeat(2, withLcp(1000)));
  expect(countLoadsToVerify(state, [], latest)).toBe(4);
  expect(countLoadsToVerify(state, visits, latest)).toBe(4);
  expect(countLoadsToVerify(undefined, [], undefined)).toBe(3);
});

it('ends in the sentence of the newest load that was judged', () => {
  const { state, visits } = judge([...repeat(5, withLcp(1000)), withLcp(1800)]);
  const told = tellVerified(state, [...visits.slice(-3), hidden]);
  expect(told.tone).toBe('bad');
  expect(told.text.replaceAll('\u00a0', ' ')).toMatch(/^After 4 loads: LCP \+800 ms/);
  expect(tellVerified(state, [...visits.slice(-3), busy]).text).toMatch(
    /^After 3\sloads: .*\. 1\sload left out: the machine was busy\.$/,
  );
  expect(tellVerified(state, []).text).toBe('No load could be measured.');
});
