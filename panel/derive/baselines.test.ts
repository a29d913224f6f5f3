import { expect, it } from 'vitest';
import { buildSnapshot } from '../../src/domain/build-snapshot.ts';
import { createCapture } from '../../src/domain/capture.fixture.ts';
import type { BaselineChange } from '../../src/domain/baseline.ts';
import { changeCohort } from '../../src/domain/change-cohort.ts';
import { createPageState, observe } from '../../src/domain/observe.ts';
import type { Observation } from '../../src/domain/page-state.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import type { EpochMs } from '../../src/domain/units.ts';
import { deriveBaselines } from './baselines.ts';
import { judge, repeat, visitIdOf, withLcp } from './judged.fixture.ts';

const COHORT = 'reload/cold/desktop';
const NOW = 1_800_000_000_000 as EpochMs;

/** Loads judged by the scan, which knows what a user may do to a baseline. */
function scan(lcps: readonly number[]): { page: Observation['page']; visits: JudgedVisit[] } {
  let page = createPageState(
    { key: 'http://localhost:8080/', origin: 'http://localhost:8080', route: '/' },
    'scan',
  );
  const visits = lcps.map((lcp, index) => {
    const snapshot = buildSnapshot(createCapture({ ...withLcp(lcp), visitId: visitIdOf(index) }));
    const observation = observe(page, snapshot, { budgets: [] });
    page = observation.page;
    return { snapshot, judgement: observation.judgement };
  });
  return { page, visits };
}

function change({ page, visits }: ReturnType<typeof scan>, what: BaselineChange): ReturnType<typeof scan> {
  const latest = visits.at(-1)!;
  const changed = changeCohort(page, { cohort: COHORT, change: what }, latest)!;
  return {
    page: changed.page,
    visits: [...visits.slice(0, -1), { ...latest, judgement: changed.judgement }],
  };
}

const steady = repeat(12, 1000);
const derive = ({ page, visits }: ReturnType<typeof scan>) => deriveBaselines(page, visits, NOW)[0]!;

it('has one for every cohort, that of the latest load first', () => {
  const { navigation } = judge([{}]).latest.snapshot;
  const navigate = { navigation: { ...navigation, kind: 'navigate' as const } };
  const { state, visits } = judge([{}, { ...withLcp(900), ...navigate }]);
  expect(deriveBaselines(state, visits, NOW).map(({ kind }) => kind)).toEqual([
    'Navigation · cold cache',
    'Reload · cold cache',
  ]);
});

it('offers to undo what has just been accepted, and tells what it was', () => {
  const red = scan([...steady, ...repeat(8, 2500)]);
  expect(derive(red)).toMatchObject({ tone: 'bad', offersAccept: true, canUndo: false, canChange: true });
  const accepted = derive(change(red, { action: 'accept', at: NOW }));
  expect(accepted).toMatchObject({ canUndo: true, offersAccept: false });
  expect(accepted.changes[0]?.replaceAll('\u00a0', ' ')).toMatch(/^Accepted .+ \(LCP was 1,000 ms\)$/);
  expect(accepted.changes.at(-1)).toMatch(/^Learnt .+/);
  expect(accepted.drift?.replaceAll('\u00a0', ' ')).toContain('LCP +150 % since the first baseline');
});

it('shows name and pin', () => {
  const named = change(change(scan(steady), { action: 'name', name: '2.1' }), { action: 'pin' });
  expect(derive(named)).toMatchObject({ name: '2.1', pinned: true, label: 'OK' });
  const [pinned, called] = derive(named).changes;
  expect([pinned, called?.slice(0, 11)]).toEqual([expect.stringMatching(/^Pinned .+LCP was/), 'Named “2.1”']);
  expect(derive(named)).not.toHaveProperty('drift');
});

it('a rule without a life cycle can only accept', () => {
  const { state, visits } = judge(repeat(6, withLcp(1000)));
  expect(deriveBaselines(state, visits, NOW)[0]).toMatchObject({
    canChange: false,
    canUndo: false,
    changes: [],
  });
});
