import { describe, expect, it } from 'vitest';
import { changeBaseline } from './change-baseline.ts';
import { describeCohort } from './describe-cohort.ts';
import { createSamples, observeSamples } from './sample.fixture.ts';
import { scanRule } from './scan-rule.ts';

const before = observeSamples(createSamples(26, { build: 'a' })).state;
const heavier = createSamples(8, { build: 'b' }, 1.6).map((sample) => ({
  ...sample,
  metrics: { ...sample.metrics, requests: 60 },
}));
const regressed = observeSamples(heavier, before).state;

const standings = (state: typeof before) =>
  Object.fromEntries(Object.entries(state.series).map(([name, { standing }]) => [name, standing]));

describe('accept', () => {
  const accepted = changeBaseline(regressed, { action: 'accept', at: 1_700_000_000_000, name: 'v2' });

  it('makes the loads since the change the baseline', () => {
    expect(standings(regressed)).toMatchObject({ load: 'regressed', requests: 'regressed' });
    expect(standings(accepted)).toMatchObject({ load: 'ok', requests: 'ok', transferSize: 'ok' });
    expect(accepted.series.load?.baseline).toEqual(heavier.map(({ metrics }) => metrics.load));
    expect(accepted.series.load?.build).toBe('b');
  });

  it('keeps what it knows of a metric that has not changed, and lets it grow on the new build', () => {
    expect(accepted.series.transferSize?.baseline).toEqual(before.series.transferSize?.baseline);
    expect(accepted.series.transferSize?.build).toBe('b');
  });

  it('finds nothing wrong with more loads of that kind, and something with those before', () => {
    const { verdicts } = observeSamples(heavier, accepted);
    for (const { load, requests } of verdicts) {
      expect([load?.verdict, requests?.verdict]).toEqual(['unchanged', 'unchanged']);
    }
    const { verdicts: back } = observeSamples(createSamples(8, { build: 'a' }), accepted);
    expect(back.at(-1)?.load?.verdict).toBe('improved');
  });

  it('writes down when, why and from what', () => {
    const row = accepted.history.at(-1);
    expect(row).toMatchObject({ why: 'accept', at: 1_700_000_000_000, name: 'v2', visitId: 'visit-7' });
    expect(row?.from.load).toBeLessThan(1200);
    expect(accepted.name).toBe('v2');
  });

  it('learns on when too few loads show the change', () => {
    const once = observeSamples(heavier.slice(0, 1), before).state;
    expect(standings(once)).toMatchObject({ requests: 'regressed', load: 'suspect' });
    const learning = changeBaseline(once, { action: 'accept' });
    expect(standings(learning)).toMatchObject({ requests: 'learning', load: 'learning' });
    const { verdicts } = observeSamples(heavier, learning);
    expect(
      verdicts.some(({ load, requests }) => [load, requests].some((it) => it?.verdict === 'regressed')),
    ).toBe(false);
  });

  it('is what the rule itself calls accept', () => {
    expect(scanRule.accept(regressed)).toEqual(changeBaseline(regressed, { action: 'accept' }));
  });

  it('shows the drift against the first baseline, over any number of accepts', () => {
    const twice = changeBaseline(observeSamples(createSamples(8, { build: 'c' }, 2.4), accepted).state, {
      action: 'accept',
    });
    const drift = describeCohort(twice).metrics.load?.drift;
    expect(drift?.first).toBeCloseTo(1100, -2);
    expect(drift?.present).toBeGreaterThan(2400);
  });
});

describe('undo', () => {
  it('brings back what was before an accept, once', () => {
    const accepted = changeBaseline(regressed, { action: 'accept', name: 'v2' });
    const undone = changeBaseline(accepted, { action: 'undo' });
    expect(undone.series).toEqual(regressed.series);
    expect(undone).not.toHaveProperty('name');
    expect(undone.history.map(({ why }) => why).slice(-2)).toEqual(['accept', 'undo']);
    expect(describeCohort(undone).canUndo).toBe(false);
    expect(changeBaseline(undone, { action: 'undo' })).toBe(undone);
  });

  it('brings back what was before a reset', () => {
    const reset = changeBaseline(regressed, { action: 'reset' });
    expect(reset.series).toEqual({});
    expect(reset.history.at(-1)).toMatchObject({ why: 'reset' });
    expect(changeBaseline(reset, { action: 'undo' }).series).toEqual(regressed.series);
  });

  it('leaves a name and a pin given since in peace', () => {
    const accepted = changeBaseline(regressed, { action: 'accept' });
    const named = changeBaseline(accepted, { action: 'name', name: 'main' });
    expect(named.name).toBe('main');
    expect(describeCohort(named).canUndo).toBe(true);
    expect(describeCohort(changeBaseline(before, { action: 'name', name: 'main' })).canUndo).toBe(false);
  });
});

describe('pin', () => {
  it('stops growth until it is taken out', () => {
    const young = observeSamples(createSamples(5, { build: 'a' })).state;
    const pinned = changeBaseline(young, { action: 'pin' });
    const later = observeSamples(createSamples(20, { build: 'a' }), pinned).state;
    expect(later.series.load?.baseline).toEqual(young.series.load?.baseline);
    expect(describeCohort(later)).toMatchObject({ pinned: true });
    const free = observeSamples(createSamples(3, { build: 'a' }), changeBaseline(later, { action: 'unpin' }));
    expect(free.state.series.load?.baseline.length).toBeGreaterThan(5);
  });
});

describe('history', () => {
  it('keeps the newest twenty rows', () => {
    let state = before;
    for (let i = 0; i < 30; i++) state = changeBaseline(state, { action: 'name', name: `name ${i}` });
    expect(state.history).toHaveLength(20);
    expect(state.history.at(-1)?.name).toBe('name 29');
  });
});
