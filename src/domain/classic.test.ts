import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClassicState, classicRule, exceedsClassicGate } from './classic.ts';
import type { MetricName } from './metric.ts';
import type { MetricVerdict } from './verdict.ts';

function run(name: MetricName, values: readonly (number | undefined)[]) {
  let state: ClassicState = classicRule.initial();
  const verdicts = values.map((value, i): MetricVerdict | undefined => {
    const result = classicRule.observe(state, { visitId: String(i), metrics: { [name]: value } });
    state = result.state;
    return result.verdicts[name];
  });
  return { state, verdicts };
}

describe('exceedsClassicGate', () => {
  it.each<[MetricName, number, number, boolean]>([
    ['load', 1000, 1500, false],
    ['load', 1000, 1501, true],
    ['load', 100, 300, false],
    ['load', 100, 301, true],
    ['requests', 10, 15, false],
    ['requests', 10, 16, true],
    ['requests', 40, 50, false],
    ['transferSize', 102_400, 204_800, false],
    ['transferSize', 102_400, 204_801, true],
    ['longTasks', 0, 1, true],
    ['longTasks', 2, 4, false],
    ['longTasks', 2, 5, true],
    ['totalBlockingTime', 50, 150, false],
    ['totalBlockingTime', 50, 151, true],
    ['cumulativeLayoutShift', 0, 0.05, false],
    ['cumulativeLayoutShift', 0, 0.051, true],
    ['timeToFirstByte', 10, 9000, false],
  ])('%s from %d to %d: %s', (name, baseline, value, expected) => {
    expect(exceedsClassicGate(name, baseline, value)).toBe(expected);
  });
});

describe('classicRule', () => {
  it('averages five samples, then keeps 80 % of the old', () => {
    expect(run('load', [100, 200, 300, 400, 500]).state.load).toEqual({ average: 300, n: 5 });
    expect(run('load', [100, 200, 300, 400, 500, 400]).state.load?.average).toBeCloseTo(320);
  });

  it('says how many loads it still needs', () => {
    const needs = run('load', [100, 100, 100, 100, 100, 100]).verdicts.map((verdict) => verdict?.needs);
    expect(needs).toEqual([5, 4, 3, 2, 1, undefined]);
  });

  it('judges a regression against the average at which it opened, however long it lasts', () => {
    const loads = [...Array.from({ length: 5 }, () => 500), ...Array.from({ length: 30 }, () => 900)];
    const { verdicts } = run('load', loads);
    expect(verdicts.at(-1)).toMatchObject({ verdict: 'regressed', baseline: { value: 500 }, delta: 400 });
  });

  it('takes the loads of an accepted regression for the new baseline', () => {
    const { state } = run('load', [500, 500, 500, 500, 500, 900, 910]);
    expect(state.load?.regressedFrom).toBe(500);
    expect(classicRule.accept(state).load).toEqual({ average: 905, n: 2 });
  });

  it('does not call it an improvement when a rare long task stays away', () => {
    expect(run('longTasks', [1, 0, 0, 0, 0, 0]).verdicts.at(-1)?.verdict).toBe('unchanged');
    expect(run('longTasks', [2, 2, 2, 2, 2, 0]).verdicts.at(-1)?.verdict).toBe('improved');
  });

  it('leaves a metric that was not measured as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { maxLength: 12 }), (values) => {
        const { state } = run('load', values);
        const next = classicRule.observe(state, { visitId: 'x', metrics: {} });
        expect(next.state).toEqual(state);
        expect(next.verdicts.load).toEqual({ verdict: 'not-measured' });
      }),
    );
  });

  it('compares medians', () => {
    const sample = (load: number) => ({ visitId: '', metrics: { load } });
    const verdict = classicRule.compare([500, 510, 9000].map(sample), [900, 905].map(sample)).load;
    expect(verdict).toMatchObject({ verdict: 'regressed', baseline: { value: 510, n: 3 }, delta: 392.5 });
  });
});
