import { describe, expect, it } from 'vitest';
import { findFrozenBaseline } from './find-frozen-baseline.ts';
import type { JudgedVisit } from './judged-visit.ts';
import type { Verdict } from './verdict.ts';
import { createVisits } from './visit.fixture.ts';

const NAME = 'largestContentfulPaint';

function judged(paints: readonly (number | undefined)[], regressed: readonly number[] = []): JudgedVisit[] {
  return createVisits(paints).map((snapshot, index) => {
    const verdict: Verdict = regressed.includes(index) ? 'regressed' : 'unchanged';
    const metrics = { [NAME]: { verdict } };
    return { snapshot, judgement: { rule: 'scan', cohort: '', excluded: [], metrics, budgets: [] } };
  });
}

describe('findFrozenBaseline', () => {
  it.each([
    ['the run of its size and median', [500, 510, 520, 900], [], { value: 510, n: 3 }, [0, 1, 2]],
    ['the oldest of several', [500, 510, 520, 505, 515], [], { value: 510, n: 3 }, [0, 1, 2]],
    [
      'loads between which one did not measure',
      [500, undefined, 510, 520],
      [],
      { value: 510, n: 3 },
      [0, 2, 3],
    ],
    [
      'loads between which some were regressed',
      [500, 510, 900, 910, 520],
      [2, 3],
      { value: 510, n: 3 },
      [0, 1, 4],
    ],
    ['regressed loads that were accepted', [500, 900, 910, 920], [1, 2, 3], { value: 910, n: 3 }, [1, 2, 3]],
  ])('finds %s', (_, paints, regressed, baseline, expected) => {
    const visits = judged(paints, regressed);
    expect(findFrozenBaseline(visits, NAME, baseline)).toEqual(expected.map((index) => visits[index]));
  });

  it('finds none for an average, for loads that are gone, and without a baseline', () => {
    const visits = judged([500, 510, 520]);
    expect(findFrozenBaseline(visits, NAME, { value: 512.4, n: 3 })).toBeUndefined();
    expect(findFrozenBaseline(visits, NAME, { value: 510, n: 4 })).toBeUndefined();
    expect(findFrozenBaseline(visits, NAME, undefined)).toBeUndefined();
  });
});
