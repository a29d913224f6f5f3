import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { chooseComparison } from './choose-comparison.ts';
import { compareVisits } from './compare-visits.ts';
import { judge, repeat, visitIdOf, withLcp } from './judged.fixture.ts';
import { BASELINE_SIDE, DEFAULT_SIDES, LATEST_SIDE, type Sides } from './sides.ts';

const history = judge([...repeat(5, withLcp(1000)), withLcp(1800), withLcp(1820)]);

function compare(sides: Sides) {
  const chosen = chooseComparison(history.visits, sides);
  if (!chosen) throw new Error('expected something to compare');
  return compareVisits({ id: 1, ruleName: 'classic', ...chosen }).answer;
}

describe('chooseComparison', () => {
  it('takes the latest loads, the baseline and the verdicts of the monitor', () => {
    const chosen = chooseComparison(history.visits, DEFAULT_SIDES);
    expect(chosen?.baseline.map(({ visitId }) => visitId)).toEqual([0, 1, 2, 3, 4].map(visitIdOf));
    expect(chosen?.current.map(({ visitId }) => visitId)).toEqual([5, 6].map(visitIdOf));
    expect(chosen?.verdicts?.largestContentfulPaint?.verdict).toBe('regressed');
  });

  it('has no verdicts for two loads, nor for a load that was not judged', () => {
    const two = chooseComparison(history.visits, { left: visitIdOf(1), right: visitIdOf(2) });
    expect(two).not.toHaveProperty('verdicts');
    const { visits } = judge([...repeat(5, {}), { hidden: true }]);
    expect(chooseComparison(visits, DEFAULT_SIDES)).not.toHaveProperty('verdicts');
  });

  it('says when two loads are of different kinds', () => {
    const { navigation } = history.latest.snapshot;
    const { visits } = judge([{}, { navigation: { ...navigation, kind: 'navigate' } }]);
    const sides = { left: visitIdOf(0), right: visitIdOf(1) };
    expect(chooseComparison(visits, sides)?.comparable).toBe(false);
  });

  it.each<[string, readonly (typeof history.latest)[], Sides]>([
    ['no load', [], { left: BASELINE_SIDE, right: LATEST_SIDE }],
    ['no baseline yet', history.visits.slice(0, 1), DEFAULT_SIDES],
    ['a load that is gone', history.visits, { left: 'gone', right: LATEST_SIDE }],
  ])('has nothing to compare with %s', (_name, visits, sides) => {
    expect(chooseComparison(visits, sides)).toBeUndefined();
  });
});

describe('compareVisits', () => {
  it('explains the latest loads against the baseline', () => {
    expect(compare(DEFAULT_SIDES)).toMatchObject({
      comparison: {
        metrics: { largestContentfulPaint: { verdict: 'regressed', delta: 810, baseline: { n: 5 } } },
      },
      exhibits: {
        waterfall: { rows: [{ url: 'http://localhost:8080/' }, {}, {}] },
        parts: { timeToFirstByte: { kind: 'steps' } },
      },
    });
  });

  it('has two loads compared by the rule of the page', () => {
    expect(compare({ left: visitIdOf(5), right: visitIdOf(0) })).toMatchObject({
      comparison: {
        metrics: { largestContentfulPaint: { verdict: 'improved', delta: -800, baseline: { n: 1 } } },
      },
    });
  });

  it('answers when the engine fails', () => {
    const broken = [{ visitId: 'x' } as Snapshot];
    const answer = compareVisits({
      id: 7,
      baseline: broken,
      current: broken,
      verdicts: {},
      ruleName: 'classic',
    });
    expect(answer).toMatchObject({ id: 7, answer: { failure: expect.any(String) } });
  });
});
