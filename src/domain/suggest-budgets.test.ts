import { describe, expect, it } from 'vitest';
import type { MetricName, MetricValues } from './metric.ts';
import { suggestBudgets } from './suggest-budgets.ts';
import { sayBudget } from './words/say-english.ts';

const history = (metric: MetricName, values: readonly number[]): MetricValues[] =>
  values.map((value) => ({ [metric]: value }));

/** 22 loads about 1.3 s and two hiccups. */
const usual = [...Array.from({ length: 22 }, (_, i) => 1200 + 5 * i), 1600, 1900];

describe('suggestBudgets', () => {
  it('proposes a tenth above the p90 and says what it would have done', () => {
    const suggestions = suggestBudgets(history('largestContentfulPaint', usual));
    expect(suggestions.map((each) => ({ ...each, argument: sayBudget(each.argument) }))).toEqual([
      {
        metric: 'largestContentfulPaint',
        kind: 'set',
        max: 1450,
        p90: 1303.5,
        loads: 24,
        broken: 2,
        argument: 'p90 of 24 loads is 1,304 ms; a budget of 1,450 ms would have fired twice.',
      },
    ]);
  });

  it.each<[MetricName, number, number, string]>([
    ['cumulativeLayoutShift', 0, 0.03, 'a budget of 0.03'],
    ['longTasks', 0, 2, 'a budget of 2'],
    ['requests', 43, 48, 'a budget of 48'],
    ['transferSize', 640_000, 705_000, 'a budget of 705 kB'],
    ['timeToFirstByte', 12, 52, 'a budget of 52 ms'],
  ])('rounds %s of %d up to %d', (metric, value, max, argument) => {
    const [suggestion] = suggestBudgets(
      history(
        metric,
        Array.from({ length: 12 }, () => value),
      ),
    );
    expect(suggestion).toMatchObject({ metric, max, broken: 0 });
    expect(sayBudget(suggestion?.argument ?? '')).toContain(`${argument} would never have fired`);
  });

  it('questions a limit only when it is loose and the history long', () => {
    const metric = 'largestContentfulPaint';
    const tighten = suggestBudgets(history(metric, usual), { [metric]: 2500 });
    expect(tighten).toMatchObject([{ kind: 'tighten', max: 1450 }]);
    expect(sayBudget(tighten[0]?.argument ?? '')).toContain(
      'the budget of 2,500 ms could be 1,450 ms, which would have fired twice',
    );
    expect(suggestBudgets(history(metric, usual), { [metric]: 1800 })).toEqual([]);
    expect(suggestBudgets(history(metric, usual), { [metric]: 1000 })).toEqual([]);
    expect(suggestBudgets(history(metric, usual.slice(0, 19)), { [metric]: 2500 })).toEqual([]);
  });

  it('says nothing on too few loads, and does not count those where the metric is missing', () => {
    expect(suggestBudgets(history('load', usual.slice(0, 9)))).toEqual([]);
    expect(suggestBudgets([...history('load', usual.slice(0, 9)), {}, {}, {}])).toEqual([]);
  });
});
