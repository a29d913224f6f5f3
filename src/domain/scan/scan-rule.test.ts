import { describe, expect, it } from 'vitest';
import { METRIC_NAMES } from '../metric.ts';
import { createSamples, observeSamples } from './sample.fixture.ts';
import { scanRule } from './scan-rule.ts';

const before = observeSamples(createSamples(26, { build: 'a' }));

describe('scanRule', () => {
  it('has an answer for every metric, measured or not', () => {
    for (const verdicts of before.verdicts) expect(Object.keys(verdicts)).toEqual(METRIC_NAMES);
    expect(before.verdicts.at(-1)?.interactionToNextPaint).toEqual({ verdict: 'not-measured' });
  });

  it('counts down the loads it needs, up to and with the first one that is judged', () => {
    const needs = before.verdicts.slice(0, 7).map(({ load }) => load?.needs);
    expect(needs).toEqual([5, 4, 3, 2, 1, undefined, undefined]);
    expect(before.verdicts[5]?.load).toMatchObject({ verdict: 'unchanged', baseline: { n: 5 } });
    expect(before.verdicts.slice(0, 4).map(({ requests }) => requests?.needs)).toEqual([3, 2, 1, undefined]);
  });

  it('says how sure it is and what it could see', () => {
    const verdict = before.verdicts.at(-1)?.load;
    expect(verdict).toMatchObject({ verdict: 'unchanged', current: { n: 5 } });
    const [low, high] = verdict!.interval!;
    expect(low).toBeLessThan(verdict!.delta!);
    expect(high).toBeGreaterThan(verdict!.delta!);
    expect(verdict!.minimumDetectable).toBeGreaterThan(80);
    expect(verdict!.minimumDetectable).toBeLessThan(400);
    expect(before.verdicts.at(-1)?.requests?.minimumDetectable).toBeCloseTo(2.4, 1);
  });

  it('asks for the loads a new build still needs, for what scatters', () => {
    const { verdicts } = observeSamples(createSamples(3, { build: 'b' }), before.state);
    expect(verdicts.map(({ load }) => [load?.verdict, load?.needs])).toEqual([
      ['needs-more-loads', 2],
      ['needs-more-loads', 1],
      ['unchanged', undefined],
    ]);
    expect(verdicts[0]?.requests?.verdict).toBe('unchanged');
  });

  it('suspects before it confirms, and says how many loads that takes', () => {
    const { verdicts } = observeSamples(createSamples(6, { build: 'a' }, 1.5), before.state);
    const [first] = verdicts;
    expect(first?.load).toMatchObject({ verdict: 'needs-more-loads', suspected: true, current: { n: 1 } });
    const confirmed = verdicts.findIndex(({ load }) => load?.verdict === 'regressed');
    expect(first?.load?.needs).toBe(confirmed);
    expect(verdicts[confirmed]?.load?.delta).toBeGreaterThan(400);
  });

  it('lets page speed blame the milestones that are slower, and no other', () => {
    const slower = createSamples(12, { build: 'b' }, 1.16).map((sample) => ({
      ...sample,
      metrics: { ...sample.metrics, firstContentfulPaint: 400 },
    }));
    const { state, verdicts } = observeSamples(slower, before.state);
    const first = verdicts.find(({ load }) => load?.verdict === 'regressed');
    expect(first?.largestContentfulPaint?.verdict).toBe('regressed');
    expect(first?.firstContentfulPaint?.verdict).toBe('unchanged');
    expect(state.series.pageSpeed?.standing).toBe('regressed');
  });

  it('leaves a metric that was not measured as it was', () => {
    const [sample] = createSamples(1, { build: 'a' });
    const { load: _load, ...metrics } = sample!.metrics;
    const { state, verdicts } = scanRule.observe(before.state, { ...sample!, metrics });
    expect(verdicts.load).toEqual({ verdict: 'not-measured' });
    expect(state.series.load).toBe(before.state.series.load);
    expect(state.series.pageSpeed).toBe(before.state.series.pageSpeed);
    expect(state.series.requests).not.toBe(before.state.series.requests);
  });

  it('writes down when a baseline was learnt, and when it was learnt lower', () => {
    expect(before.state.history).toMatchObject([
      { why: 'learnt', visitId: 'visit-2', from: {} },
      { why: 'learnt', visitId: 'visit-4', from: {} },
    ]);
    const { state } = observeSamples(createSamples(12, { build: 'a' }, 0.6), before.state);
    const row = state.history.at(-1);
    expect(row?.why).toBe('learnt-lower');
    expect(row?.from.load).toBeGreaterThan(1000);
    expect(row?.from.requests).toBeUndefined();
  });
});
