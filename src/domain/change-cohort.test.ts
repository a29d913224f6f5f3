import { describe, expect, it } from 'vitest';
import type { BaselineChange } from './baseline.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import { changeCohort } from './change-cohort.ts';
import { createPageState, observe } from './observe.ts';
import { parsePage } from './page.ts';
import type { Observation } from './page-state.ts';
import { RULES, type RuleName } from './rules.ts';
import type { Snapshot } from './snapshot.ts';

const COHORT = 'reload/cold/desktop';
const RULE_NAMES = Object.keys(RULES) as RuleName[];

/** A load of a page with so many scripts more than usual, which takes so much longer. */
function visit(index: number, extraScripts: number): Snapshot {
  const { navigation, resources, vitals } = createCapture();
  const scripts = Array.from({ length: extraScripts }, (_, i) =>
    createCapturedResource({ url: `http://localhost:8080/extra-${'abcdefgh'[i]}.js` }),
  );
  return buildSnapshot(
    createCapture({
      visitId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      navigation: { ...navigation, load: 600 + 100 * extraScripts },
      vitals: { ...vitals, largestContentfulPaint: { value: 500 + 100 * extraScripts } },
      resources: [...resources, ...scripts],
    }),
  );
}

function observeAll(rule: RuleName): Observation {
  const loads = [...Array.from({ length: 12 }, () => 0), ...Array.from({ length: 6 }, () => 6)];
  const start: Observation = {
    page: createPageState(parsePage('http://localhost:8080/')!, rule),
    judgement: { rule, cohort: COHORT, excluded: [], metrics: {}, budgets: [] },
    events: [],
  };
  return loads.reduce(({ page }, extra, i) => observe(page, visit(i, extra), { budgets: [] }), start);
}

const isRed = ({ judgement }: Observation): boolean =>
  Object.values(judgement.metrics).some(({ verdict }) => verdict === 'regressed');

function change(to: Observation, what: BaselineChange, index = 17): Observation | undefined {
  const latest = { snapshot: visit(index, 6), judgement: to.judgement };
  return changeCohort(to.page, { cohort: COHORT, change: what }, latest);
}

const kindsOf = ({ events }: Observation): string[] => [...new Set(events.map(({ type }) => type))];

describe.each(RULE_NAMES)('accepting with the rule %s', (rule) => {
  const before = observeAll(rule);
  const accepted = change(before, { action: 'accept' })!;

  it('resolves what was open', () => {
    expect(isRed(before)).toBe(true);
    expect(isRed(accepted)).toBe(false);
    expect(accepted.judgement.pageSpeed?.verdict).not.toBe('regressed');
    const { load } = accepted.judgement.metrics;
    expect(load).toMatchObject({ verdict: 'unchanged', delta: 0, baseline: { value: load?.current?.value } });
    expect(kindsOf(accepted)).toEqual(['regression-resolved']);
    expect(accepted.page.cohorts[COHORT]?.current.regressed).toEqual([]);
  });

  it('is not undone by a later revision of the visit it was accepted on', () => {
    const revised = { ...visit(17, 6), revision: 2 };
    const again = observe(accepted.page, revised, { budgets: [], previous: accepted.judgement });
    expect(isRed(again)).toBe(false);
    expect(again.events).toEqual([]);
    expect(again.page.cohorts[COHORT]?.current.samples).toBe(18);
  });

  it('finds nothing wrong with the next loads of that kind', () => {
    const next = [18, 19, 20].map((i) => observe(accepted.page, visit(i, 6), { budgets: [] }));
    expect(next.some(isRed)).toBe(false);
  });

  it('knows no cohort that was never measured', () => {
    const latest = { snapshot: visit(17, 6), judgement: before.judgement };
    const target = { cohort: 'reload/warm/desktop', change: { action: 'accept' } } as const;
    expect(changeCohort(before.page, target, latest)).toBeUndefined();
  });
});

describe('the other changes', () => {
  const before = observeAll('scan');
  const open = before.page.cohorts[COHORT]?.current.regressed ?? [];

  it('undo brings back what an accepted baseline had resolved, and says so', () => {
    const undone = change(change(before, { action: 'accept' })!, { action: 'undo' })!;
    expect(open.length).toBeGreaterThan(0);
    expect(undone.page.cohorts[COHORT]?.current.regressed.toSorted()).toEqual(open.toSorted());
    expect(kindsOf(undone)).toEqual(['regression-opened']);
    const lcp = undone.judgement.metrics.largestContentfulPaint;
    expect(lcp).toMatchObject({ verdict: 'regressed', baseline: { value: 500 }, delta: 600 });
    expect(isRed(observe(undone.page, visit(18, 6), { budgets: [] }))).toBe(true);
  });

  it('reset learns anew, from the latest visit on', () => {
    const reset = change(before, { action: 'reset' })!;
    const cohort = reset.page.cohorts[COHORT];
    expect([cohort?.settled.samples, cohort?.current.samples]).toEqual([0, 1]);
    expect(reset.judgement.metrics.largestContentfulPaint?.verdict).toBe('needs-more-loads');
    const tail = observe(
      reset.page,
      { ...visit(17, 6), revision: 2 },
      { budgets: [], previous: reset.judgement },
    );
    expect(tail.page.cohorts[COHORT]?.current.samples).toBe(1);
    expect(isRed(change(reset, { action: 'undo' })!)).toBe(true);
  });

  it('a name or a pin leaves verdicts and regressions alone, also after a later revision', () => {
    const named = change(change(before, { action: 'name', name: '2.1' })!, { action: 'pin' })!;
    expect(named.judgement).toEqual(before.judgement);
    expect(named.events).toEqual([]);
    const revised = { ...visit(17, 6), revision: 2 };
    const again = observe(named.page, revised, { budgets: [], previous: named.judgement });
    const state = again.page.cohorts[COHORT]?.current.rule;
    expect(RULES.scan.describe?.(state as never)).toMatchObject({ name: '2.1', pinned: true });
    expect(isRed(again)).toBe(true);
  });

  it('a rule without a life cycle knows only accept', () => {
    expect(change(observeAll('classic'), { action: 'pin' })).toBeUndefined();
  });
});

describe('the name of an accepted baseline', () => {
  const before = observeAll('scan');
  const nameAfter = (build: string | undefined, what: BaselineChange): string | undefined => {
    const snapshot = visit(17, 6);
    const document = { ...snapshot.document, ...(build !== undefined && { build }) };
    const latest = { snapshot: { ...snapshot, document }, judgement: before.judgement };
    const { page } = changeCohort(before.page, { cohort: COHORT, change: what }, latest)!;
    return RULES.scan.describe?.(page.cohorts[COHORT]?.current.rule as never).name;
  };

  it.each<[string, string | undefined, BaselineChange, string | undefined]>([
    ['is the build that the page names', ' v1.4.2 ', { action: 'accept' }, 'v1.4.2'],
    ['is what the user typed', 'v1.4.2', { action: 'accept', name: 'spring' }, 'spring'],
    ['is absent where neither is', undefined, { action: 'accept' }, undefined],
    ['is no blank', '  ', { action: 'accept' }, undefined],
    ['is cut', 'x'.repeat(200), { action: 'accept' }, 'x'.repeat(80)],
    ['comes with nothing but accepting', 'v1.4.2', { action: 'pin' }, undefined],
  ])('%s', (_what, build, what, expected) => expect(nameAfter(build, what)).toBe(expected));
});
