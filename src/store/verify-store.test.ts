import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { PageRow, VisitRow } from './schema.ts';
import { deliver, deliverAndJudge, openEmptyDatabase, visitIdOf } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { sayFault } from '../domain/words/say-fault.ts';
import { verifyStore } from './verify-store.ts';

const PAGE = 'http://localhost:8080/';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
  await deliverAndJudge(db, { n: 1 });
  await deliverAndJudge(db, { n: 2 });
  await deliver(db, { n: 3 });
});

async function changePage(change: (row: PageRow) => PageRow): Promise<void> {
  await db.put('pages', change((await db.get('pages', PAGE))!));
}

async function changeVisit(change: (row: VisitRow) => VisitRow): Promise<void> {
  await db.put('visits', change((await db.get('visits', visitIdOf(2)))!));
}

it('finds nothing wrong with a sound store', async () => {
  expect(await verifyStore(db)).toEqual([]);
});

const event = { type: 'budget-met', cohort: 'c', key: 'load' } as const;

it.each<[string, () => Promise<unknown>]>([
  ['its page http://localhost:8080/ does not exist', () => db.delete('pages', PAGE)],
  ['counts 2 visits, has 1', () => db.delete('visits', visitIdOf(1))],
  ['counts 3 visits, has 2', () => changePage((row) => ({ ...row, visits: 3 }))],
  ['counts 7 bytes', () => changePage((row) => ({ ...row, bytes: 7 }))],
  [
    'remembers other sizes than its visits have',
    () =>
      changePage(({ sizes: [first, second] = [], ...row }) => ({
        ...row,
        sizes: [
          [first![0], first![1] + 1],
          [second![0], second![1] - 1],
        ],
      })),
  ],
  ['newest is 2, not 9', () => changePage((row) => ({ ...row, lastSequence: 9 }))],
  ['its state speaks of visit', () => db.delete('visits', visitIdOf(2))],
  [
    'its state is of elsewhere',
    () => changePage((row) => ({ ...row, state: { ...row.state, key: 'elsewhere' } })),
  ],
  ['sequence 99 was never given out', () => changeVisit((row) => ({ ...row, sequence: 99 }))],
  [`tab 1: shows visit ${visitIdOf(2)}`, () => db.delete('visits', visitIdOf(2))],
  [
    'events: 1 of page nowhere',
    () => db.add('events', { page: 'nowhere', visitId: 'x', sequence: 1, event }),
  ],
  [
    'levels are not one visit apart',
    () =>
      changePage((row) => {
        const [[key, cohort]] = Object.entries(row.state.cohorts) as [
          [string, PageRow['state']['cohorts'][string]],
        ];
        const settled = { ...cohort.settled, samples: 7 };
        return { ...row, state: { ...row.state, cohorts: { [key]: { ...cohort, settled } } } };
      }),
  ],
  [
    'its snapshot is malformed',
    () => changeVisit((row) => ({ ...row, snapshot: { ...row.snapshot, metrics: { load: -1 } } })),
  ],
  [
    'its snapshot is not of',
    () => changeVisit((row) => ({ ...row, snapshot: { ...row.snapshot, url: 'http://localhost:9090/b' } })),
  ],
  [
    'its snapshot is of x',
    () => changeVisit((row) => ({ ...row, snapshot: { ...row.snapshot, visitId: 'x' } })),
  ],
  ['bytes, not 7', () => changeVisit((row) => ({ ...row, bytes: 7 }))],
  ['counted as given up', () => db.add('skipped', { visitId: visitIdOf(2) })],
  ['counters: dropped is -1', () => db.put('counters', -1, 'dropped')],
  [
    'waits twice',
    async () => {
      const { id: _id, ...row } = (await db.getAll('queue'))[0]!;
      await db.add('queue', row);
    },
  ],
  [
    'revision 1 of 00000000-0000-4000-8000-000000000002 waits, 1 is stored',
    async () => {
      const { id: _id, ...row } = (await db.getAll('queue'))[0]!;
      await db.add('queue', { ...row, visitId: visitIdOf(2) });
    },
  ],
])('finds "%s"', async (line, breakStore) => {
  await breakStore();
  expect((await verifyStore(db)).map(sayFault).join('\n')).toContain(line);
});
