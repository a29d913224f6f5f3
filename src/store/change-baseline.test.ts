import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { listBreaches } from '../domain/breaches.ts';
import { createCapture } from '../domain/capture.fixture.ts';
import { RULES } from '../domain/rules.ts';
import { changeBaseline } from './change-baseline.ts';
import { readEvents, readPage, readVisit } from './read.ts';
import { deliverAndJudge, openEmptyDatabase, visitIdOf } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

const PAGE = 'http://localhost:8080/';
const ACCEPT = { action: 'accept' } as const;

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
  await db.clear('budgets');
  await db.put('settings', 'classic', 'rule');
});

it('resolves the open regressions of a cohort, once, and takes them off the latest visit', async () => {
  const { vitals } = createCapture();
  for (let n = 1; n <= 9; n++) {
    const largestContentfulPaint = { value: n <= 5 ? 500 : 900 };
    await deliverAndJudge(db, { n, vitals: { ...vitals, largestContentfulPaint } });
  }
  const cohort = (await readPage(db, PAGE))!.state.latest!.cohort;
  expect((await readPage(db, PAGE))?.state.cohorts[cohort]?.current.regressed).toEqual([
    'largestContentfulPaint',
  ]);
  await changeBaseline(db, { page: PAGE, cohort, change: ACCEPT });
  const state = (await readPage(db, PAGE))?.state.cohorts[cohort];
  expect([state?.settled.regressed, state?.current.regressed]).toEqual([[], []]);
  expect(listBreaches((await readVisit(db, visitIdOf(9)))!.judgement)).toEqual([]);
  await deliverAndJudge(db, { n: 10, vitals: { ...vitals, largestContentfulPaint: { value: 900 } } });
  expect((await readEvents(db, PAGE)).map(({ event }) => event.type)).toEqual([
    'regression-opened',
    'regression-resolved',
  ]);
  expect(await verifyStore(db)).toEqual([]);
});

it.each([
  ['page', { page: 'http://localhost:8080/none', cohort: 'reload/cold/desktop' }],
  ['cohort', { page: PAGE, cohort: 'none' }],
])('says that there is no such %s', async (_, target) => {
  await deliverAndJudge(db, { n: 1 });
  await expect(changeBaseline(db, { ...target, change: ACCEPT })).rejects.toThrow('there is no baseline');
});

it('keeps the store sound through every change, and takes the last one back', async () => {
  await db.put('settings', 'scan', 'rule');
  for (let n = 1; n <= 7; n++) await deliverAndJudge(db, { n });
  const cohort = (await readPage(db, PAGE))!.state.latest!.cohort;
  const actions = ['accept', 'pin', 'reset', 'undo', 'unpin'] as const;
  for (const action of actions) {
    await changeBaseline(db, { page: PAGE, cohort, change: { action } });
    expect(await verifyStore(db), action).toEqual([]);
  }
  await changeBaseline(db, {
    page: PAGE,
    cohort,
    change: { action: 'name', name: '2.1', at: 1e12 },
  });
  const state = (await readPage(db, PAGE))?.state.cohorts[cohort]?.current.rule;
  const { history, ...standing } = RULES.scan.describe!(state as never);
  expect(standing).toMatchObject({ name: '2.1', pinned: false, canUndo: false });
  expect(history.map(({ why }) => why).filter((why) => why !== 'learnt')).toEqual([
    'accept',
    'pin',
    'reset',
    'undo',
    'unpin',
    'name',
  ]);
});
