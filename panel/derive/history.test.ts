import { expect, it } from 'vitest';
import { type HistoryInput, deriveHistory } from './history.ts';
import { mergeLoads, pickHistoryLoad } from './history-load.ts';
import { judge, repeat, visitIdOf, withLcp } from './judged.fixture.ts';

const history = judge([...repeat(6, withLcp(1000)), ...repeat(2, withLcp(1900))]);
const { startedAt } = history.latest.snapshot;

function derive(overrides: Partial<HistoryInput> = {}) {
  return deriveHistory({
    loads: history.visits.map(pickHistoryLoad),
    cohort: 'reload/cold/desktop',
    metric: 'largestContentfulPaint',
    events: history.events,
    changes: [],
    now: startedAt,
    ...overrides,
  });
}

it('draws a point for each load of the cohort that measured the metric', () => {
  const { points } = derive();
  expect(points).toHaveLength(8);
  expect(points[0]?.x).toBe(0.0625);
  expect(points.map(({ status }) => status).slice(-3)).toEqual(['steady', 'regressed', 'regressed']);
  expect(points.at(-1)?.told.replaceAll('\u00a0', ' ')).toMatch(/1,900 ms, Regressed$/);
  expect(derive({ metric: 'interactionToNextPaint' }).points).toEqual([]);
  expect(derive({ cohort: 'navigate/cold/desktop' }).points).toEqual([]);
});

it('marks where the regression opened, a new build, and what was done to the baseline', () => {
  const loads = history.visits.map(pickHistoryLoad);
  const built = loads.map((load, index) => ({ ...load, build: index < 6 ? 'a' : 'b' }));
  const changes = [{ why: 'accept', visitId: visitIdOf(7), from: {} } as const];
  expect(derive({ loads: built, changes }).marks).toEqual([
    { kind: 'build', x: 0.8125, text: 'New build' },
    { kind: 'regression', x: 0.8125, text: 'Regression opened' },
    { kind: 'baseline', x: 0.9375, text: 'Baseline accepted' },
  ]);
});

it('marks the load a change began with, which is confirmed only later, and where it was resolved', () => {
  const loads = history.visits.map(pickHistoryLoad);
  const verdict = { verdict: 'regressed', current: { value: 1900, n: 3 } } as const;
  const about = { cohort: 'reload/cold/desktop', metric: 'largestContentfulPaint' } as const;
  const events = [
    { visitId: visitIdOf(6), event: { type: 'regression-opened', ...about, verdict } },
    { visitId: visitIdOf(7), event: { type: 'regression-resolved', ...about } },
  ] as const;
  const excluded = loads.map((load, index) => ({ ...load, isJudged: index !== 5 }));
  expect(derive({ loads: excluded, events }).marks).toEqual([
    { kind: 'change', x: 0.4375, text: 'Change began' },
    { kind: 'regression', x: 0.8125, text: 'Regression opened' },
    { kind: 'resolved', x: 0.9375, text: 'Regression resolved' },
  ]);
});

it('draws thousands of loads with the points that can be told apart, and joins equal levels', () => {
  const [load] = history.visits.map(pickHistoryLoad);
  const loads = Array.from({ length: 5_000 }, (_, index) => ({
    ...load!,
    visitId: String(index),
    limits: { largestContentfulPaint: 1100 },
  }));
  const { points, drawn, budget } = derive({ loads, events: [] });
  expect(points).toHaveLength(5_000);
  expect(drawn.length).toBeLessThan(1_000);
  expect(budget).toMatch(/^M0 [\d.]+H100$/);
});

it('an unknown build is not a new one', () => {
  const [first, second] = history.visits.map(pickHistoryLoad);
  const { build: _build, ...unknown } = second!;
  expect(derive({ loads: [{ ...first!, build: 'a' }, unknown], events: [] }).marks).toEqual([]);
});

it('draws the baseline from the load on that has one, and the budget where it is in sight', () => {
  const { baseline, budget, band } = derive();
  expect(baseline).toMatch(/^M12\.5 .+H100$/);
  expect(budget).toMatch(/^M0 .+H100$/);
  expect(band).toBe('');
  const limitless = history.visits.map(pickHistoryLoad).map((load) => ({ ...load, limits: {} }));
  expect(derive({ loads: limitless }).budget).toBe('');
});

it.each([
  {
    what: 'draws a band where the rule knows what it would see',
    minimumDetectable: 30,
    band: /^M0 [\d.]+H100V[\d.]+H0Z$/,
  },
  { what: 'draws no band that would fill the chart', minimumDetectable: 5_000, band: /^$/ },
])('$what', ({ minimumDetectable, band }) => {
  const [load] = history.visits.map(pickHistoryLoad);
  const verdict = { verdict: 'unchanged', baseline: { value: 1000, n: 9 }, minimumDetectable } as const;
  expect(derive({ loads: [{ ...load!, verdicts: { largestContentfulPaint: verdict } }] }).band).toMatch(band);
});

it('draws the first baseline where the present one has moved away from it', () => {
  expect(derive({ drift: { first: 800, present: 1000 } }).first).toMatch(/^M0 .+H100$/);
  expect(derive({ drift: { first: 980, present: 1000 } }).first).toBe('');
  expect(derive({ drift: { first: 0, present: 1000 } }).first).toBe('');
  expect(derive().first).toBe('');
});

it('a load over its budget says so unless it is regressed', () => {
  const [load] = history.visits.map(pickHistoryLoad);
  const over = { ...load!, limits: { largestContentfulPaint: 900 } };
  expect(derive({ loads: [over], events: [] }).points[0]?.status).toBe('over-budget');
});

it('takes the newer form of a load that was read twice', () => {
  const older = history.visits.slice(0, 5).map(pickHistoryLoad);
  const merged = mergeLoads(
    older.map((load) => ({ ...load, startedAt: 0 })),
    history.visits.slice(3),
  );
  expect(merged.map(({ visitId }) => visitId)).toEqual(
    history.visits.map(({ snapshot }) => snapshot.visitId),
  );
  expect(merged.map((load) => load.startedAt === 0)).toEqual([true, true, true, ...repeat(5, false)]);
});
