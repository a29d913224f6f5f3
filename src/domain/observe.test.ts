import { describe, expect, it } from 'vitest';
import { DEFAULT_BUDGET, type Budget } from './budget.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import type { Capture } from './capture.ts';
import { createPageState, observe } from './observe.ts';
import { parsePage } from './page.ts';
import type { Observation, PageState } from './page-state.ts';
import type { Snapshot } from './snapshot.ts';

const page = parsePage('http://localhost:8080/')!;

let nextId = 0;

function visit(lcp: number, overrides: Partial<Capture> = {}): Snapshot {
  const vitals = { ...createCapture().vitals, largestContentfulPaint: { value: lcp } };
  const visitId = `00000000-0000-4000-8000-${String(nextId++).padStart(12, '0')}`;
  return buildSnapshot(createCapture({ visitId, vitals, ...overrides }));
}

function observeAll(snapshots: readonly Snapshot[], budgets: readonly Budget[] = []): Observation[] {
  let state: PageState = createPageState(page, 'classic');
  return snapshots.map((snapshot) => {
    const observation = observe(state, snapshot, { budgets });
    state = observation.page;
    return observation;
  });
}

const lcpOf = (observation: Observation | undefined) => observation?.judgement.metrics.largestContentfulPaint;

describe('observe', () => {
  it('opens a regression once, keeps it open, and resolves it', () => {
    const loads = [500, 500, 500, 500, 500, 900, 900, 900, 500].map((lcp) => visit(lcp));
    const observations = observeAll(loads);
    expect(observations.map(lcpOf).map((verdict) => verdict?.verdict)).toEqual([
      ...Array.from({ length: 5 }, () => 'needs-more-loads'),
      'regressed',
      'regressed',
      'regressed',
      'unchanged',
    ]);
    expect(observations.flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
      'regression-opened',
      'regression-resolved',
    ]);
  });

  it('judges a newer revision of the latest visit again instead of counting it twice', () => {
    const loads = [500, 500, 500, 500, 500].map((lcp) => visit(lcp));
    const before = observeAll(loads).at(-1)!.page;
    const provisional = visit(520);
    const first = observe(before, provisional, { budgets: [] });
    const revised = {
      ...provisional,
      revision: 2,
      metrics: { ...provisional.metrics, largestContentfulPaint: 950 },
    };
    const second = observe(first.page, revised, { budgets: [], previous: first.judgement });
    expect(lcpOf(first)?.verdict).toBe('unchanged');
    expect(lcpOf(second)?.verdict).toBe('regressed');
    expect(second.events.map(({ type }) => type)).toEqual(['regression-opened']);
    const cohort = second.page.cohorts[second.judgement.cohort];
    expect(cohort?.current.samples).toBe(6);
    const direct = observe(before, revised, { budgets: [] });
    expect(second.page).toEqual(direct.page);
  });

  it('leaves what was judged since alone when a late revision arrives', () => {
    const [a, b] = [visit(500), visit(510)];
    const [first, second] = observeAll([a, b]);
    const tail = { ...a, revision: 2, metrics: { ...a.metrics, largestContentfulPaint: 5000 } };
    const late = observe(second!.page, tail, { budgets: [], previous: first!.judgement });
    expect(late.page).toBe(second!.page);
    expect(late.judgement).toBe(first!.judgement);
  });

  it('keeps cohorts apart', () => {
    const reloads = [500, 500, 500, 500, 500].map((lcp) => visit(lcp));
    const navigate = visit(2000, { navigation: { ...createCapture().navigation, kind: 'navigate' } });
    expect(lcpOf(observeAll([...reloads, navigate]).at(-1))?.verdict).toBe('needs-more-loads');
  });

  it('takes a visit out of its first cohort when a revision shows another one', () => {
    const provisional = visit(500);
    const first = observe(createPageState(page, 'classic'), provisional, { budgets: [] });
    const mobile = { ...provisional, revision: 2, environment: { ...provisional.environment, mobile: true } };
    const second = observe(first.page, mobile, { budgets: [], previous: first.judgement });
    expect(second.page.cohorts[first.judgement.cohort]?.current.samples).toBe(0);
    expect(second.page.cohorts[second.judgement.cohort]?.current.samples).toBe(1);
  });

  it('ends what a visit had opened when a revision takes it out of its cohort', () => {
    const loads = [500, 500, 500, 500, 500].map((lcp) => visit(lcp));
    const before = observeAll(loads).at(-1)!.page;
    const slow = visit(5000);
    const first = observe(before, slow, { budgets: [DEFAULT_BUDGET] });
    const hidden = observe(
      first.page,
      { ...slow, revision: 2, hidden: true },
      { budgets: [], previous: first.judgement },
    );
    expect(first.events.map(({ type }) => type)).toEqual(['regression-opened', 'budget-broken']);
    expect(hidden.events.map(({ type }) => type)).toEqual(['regression-resolved', 'budget-met']);
    expect(hidden.page.cohorts).toMatchObject({ [first.judgement.cohort]: { current: { samples: 5 } } });
  });

  it('keeps a load in its cohort whatever the page fetches after settle', () => {
    const provisional = visit(500);
    const late = createCapturedResource({
      startTime: 60_000,
      encodedSize: 9e6,
      transferSize: 0,
      deliveryType: 'cache',
    });
    const tail = buildSnapshot(
      createCapture({ visitId: provisional.visitId, revision: 2, resourceOffset: 2, resources: [late] }),
      provisional,
    );
    const [first] = observeAll([provisional]);
    const second = observe(first!.page, tail, { budgets: [], previous: first!.judgement });
    expect(second.judgement).toMatchObject({ cohort: first!.judgement.cohort, excluded: [] });
  });

  it('shows a hidden load with its reason and lets it change nothing', () => {
    const loads = [500, 500, 500, 500, 500].map((lcp) => visit(lcp));
    const before = observeAll(loads).at(-1)!;
    const hidden = observe(before.page, visit(9000, { hidden: true }), { budgets: [DEFAULT_BUDGET] });
    expect(hidden.judgement).toMatchObject({ excluded: ['hidden'], metrics: {}, budgets: [] });
    expect(hidden.page.cohorts).toEqual(before.page.cohorts);
  });

  it('holds a load whose clock was disturbed against limits of sizes alone', () => {
    const limits = (['largestContentfulPaint', 'requests'] as const).map((metric) => ({
      type: 'absolute' as const,
      target: { kind: 'metric' as const, metric },
      max: 0,
    }));
    const budget = { id: 'strict', name: 'Strict', pattern: '*', limits };
    const unknownWork = [{ startTime: 300, duration: 150, scripts: [] }];
    const [observation] = observeAll([visit(9000, { longFrames: unknownWork })], [budget]);
    const { excluded, budgets } = observation!.judgement;
    expect(excluded).toEqual(['unattributed-work']);
    expect(budgets.map(({ key, status }) => [key, status])).toEqual([['requests', 'broken']]);
  });

  it('tells once that a budget broke and once that it is met again', () => {
    const observations = observeAll(
      [2000, 2600, 2700, 2000].map((lcp) => visit(lcp)),
      [DEFAULT_BUDGET],
    );
    expect(observations.map(({ events }) => events.map(({ type }) => type))).toEqual([
      [],
      ['budget-broken'],
      [],
      ['budget-met'],
    ]);
  });

  it('does not take silence for a fix', () => {
    const loads = [500, 500, 500, 500, 500, 900].map((lcp) => visit(lcp));
    const unmeasured = visit(0, { vitals: {} });
    const last = observeAll([...loads, unmeasured]).at(-1)!;
    expect(lcpOf(last)?.verdict).toBe('not-measured');
    expect(last.events).toEqual([]);
    expect(last.page.cohorts[last.judgement.cohort]?.current.regressed).toEqual(['largestContentfulPaint']);
  });
});
