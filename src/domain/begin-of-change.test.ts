import { describe, expect, it } from 'vitest';
import { beginOfChange, findLeadingChange } from './begin-of-change.ts';
import type { JudgedVisit } from './judged-visit.ts';
import type { MetricVerdict, MetricVerdicts } from './verdict.ts';
import { createVisits } from './visit.fixture.ts';

const QUIET: MetricVerdict = { verdict: 'unchanged' };
const SUSPECTED: MetricVerdict = { verdict: 'needs-more-loads', suspected: true };

const slower = (n: number): MetricVerdict => ({ verdict: 'regressed', current: { value: 900, n } });
const faster = (n: number): MetricVerdict => ({ verdict: 'improved', current: { value: 100, n } });

function judged(metrics: MetricVerdicts, index: number): JudgedVisit {
  const [snapshot] = createVisits(index < 0 ? [undefined] : [500]);
  return { snapshot: snapshot!, judgement: { rule: 'scan', cohort: '', excluded: [], metrics, budgets: [] } };
}

const paint = (verdicts: readonly MetricVerdict[]): JudgedVisit[] =>
  verdicts.map((largestContentfulPaint, index) => judged({ largestContentfulPaint }, index));

describe('beginOfChange', () => {
  it.each([
    ['no visit', [], 0],
    ['nothing that changed', [QUIET, QUIET, QUIET], 2],
    ['a confirmed one, at the loads it counts', [QUIET, QUIET, QUIET, QUIET, faster(3)], 2],
    ['one with suspected loads before what it counts', [QUIET, SUSPECTED, SUSPECTED, slower(1)], 1],
    ['one with a quiet load among them', [QUIET, SUSPECTED, QUIET, SUSPECTED, slower(4)], 1],
    [
      'a long one, by the verdict that confirmed it',
      [QUIET, QUIET, QUIET, slower(3), slower(3), slower(3)],
      1,
    ],
    [
      'a suspicion, at the loads it rests on',
      [QUIET, QUIET, { ...SUSPECTED, current: { value: 9, n: 2 } }],
      1,
    ],
    ['one that followed the opposite one', [QUIET, faster(1), faster(2), slower(1)], 3],
  ])('of %s', (_, verdicts, begin) => {
    expect(beginOfChange(paint(verdicts))).toBe(begin);
  });

  it('counts only the loads that measured the metric', () => {
    const visits = paint([QUIET, QUIET, QUIET, slower(2)]);
    visits[2] = judged({ largestContentfulPaint: { verdict: 'not-measured' } }, -1);
    expect(beginOfChange(visits)).toBe(1);
  });
});

it('leads with what is worse, then with what is sure, then with what is felt first', () => {
  const nameOf = (metrics: MetricVerdicts): string | undefined => findLeadingChange(judged(metrics, 0))?.name;
  expect(nameOf({ largestContentfulPaint: faster(3), load: slower(3), transferSize: slower(3) })).toBe(
    'load',
  );
  expect(nameOf({ largestContentfulPaint: SUSPECTED, load: faster(3) })).toBe('load');
  expect(nameOf({ load: SUSPECTED, largestContentfulPaint: SUSPECTED })).toBe('largestContentfulPaint');
  expect(nameOf({ load: QUIET })).toBeUndefined();
});
