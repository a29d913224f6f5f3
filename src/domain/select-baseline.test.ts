import { describe, expect, it } from 'vitest';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture } from './capture.fixture.ts';
import { type JudgedVisit, selectBaseline, selectCurrent } from './select-baseline.ts';
import type { MetricVerdict } from './verdict.ts';

/** One letter a visit: g(ood), r(egressed), s(uspected), x(cluded), o(ther cohort). */
function createVisits(letters: string): JudgedVisit[] {
  return [...letters].map((letter, i) => {
    const load: MetricVerdict = {
      verdict: letter === 'r' ? 'regressed' : 'unchanged',
      suspected: letter === 's',
    };
    return {
      snapshot: { ...buildSnapshot(createCapture()), visitId: `${i}` },
      judgement: {
        rule: 'classic',
        cohort: letter === 'o' ? 'navigate/cold/desktop' : 'reload/warm/desktop',
        excluded: letter === 'x' ? ['hidden'] : [],
        metrics: { load },
        budgets: [],
      },
    };
  });
}

describe('selectBaseline and selectCurrent', () => {
  it.each([
    ['g', '', '0'],
    ['ggg', '01', '2'],
    ['gggrr', '012', '34'],
    ['gggssr', '012', '345'],
    ['gxogr', '03', '4'],
    ['grggr', '023', '4'],
    ['rrr', '', '012'],
    ['ggggggggggg', '23456789', '10'],
  ])('splits %s into baseline %s and current %s', (letters, baseline, current) => {
    const visits = createVisits(letters);
    const ids = (snapshots: readonly { visitId: string }[]) =>
      snapshots.map(({ visitId }) => visitId).join('');
    expect(ids(selectBaseline(visits, visits.at(-1)!))).toBe(baseline);
    expect(ids(selectCurrent(visits, visits.at(-1)!))).toBe(current);
  });

  it('does not look past the visit it is asked about', () => {
    const visits = createVisits('gggg');
    expect(selectBaseline(visits, visits[2]!).map(({ visitId }) => visitId)).toEqual(['0', '1']);
  });
});
