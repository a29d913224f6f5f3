import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import * as reading from '../../src/store/read.ts';
import { saveSettings } from '../../src/store/settings.ts';
import { deliverAndJudge, openEmptyDatabase, visitIdOf } from '../../src/store/store.fixture.ts';
import type { Database } from './database-model.ts';
import { createVisitWindow, type VisitWindow } from './visit-window.ts';

const PAGE = 'http://localhost:8080/';
const OTHER = 'http://localhost:8080/other';
const LIMIT = 3;

let db: Database;
let visits: VisitWindow;

beforeEach(async () => {
  db = await openEmptyDatabase();
  visits = createVisitWindow(LIMIT);
});

async function read(page = PAGE): Promise<readonly string[]> {
  const rows = await visits.read(db, page, async () => (await reading.readPage(db, page))?.visits ?? 0);
  expect(rows).toEqual(await reading.readVisits(db, page, { limit: LIMIT }));
  return rows.map(({ visitId, snapshot }) => `${Number(visitId.slice(-4))}.${snapshot.revision}`);
}

async function arrive(n: number, revision = 1): Promise<void> {
  await deliverAndJudge(db, { n, revision });
  visits.noteChange([visitIdOf(n)]);
}

it('follows new loads and new revisions without reading the others again', async () => {
  for (const n of [1, 2, 3]) await deliverAndJudge(db, { n });
  expect(await read()).toEqual(['1.1', '2.1', '3.1']);
  const readVisits = vi.spyOn(reading, 'readVisits');
  await arrive(4);
  await arrive(3, 2);
  await visits.read(db, PAGE, () => Promise.resolve(4));
  expect(readVisits).not.toHaveBeenCalled();
  readVisits.mockRestore();
  expect(await read()).toEqual(['2.1', '3.2', '4.1']);
});

it('begins anew when anything may have changed, when visits were evicted, and with another page', async () => {
  for (const n of [1, 2, 3]) await deliverAndJudge(db, { n });
  await deliverAndJudge(db, { n: 9, url: OTHER });
  await read();
  expect(await read(OTHER)).toEqual(['9.1']);
  expect(await read()).toEqual(['1.1', '2.1', '3.1']);
  await arrive(2, 2);
  visits.noteChange(undefined);
  expect(await read()).toEqual(['1.1', '2.2', '3.1']);
  await saveSettings(db, { ...DEFAULT_SETTINGS, visitsPerPage: 2 });
  await arrive(4);
  expect((await read()).at(-1)).toBe('4.1');
});

it('does not take for known what changed while it was read, or could not be read', async () => {
  await deliverAndJudge(db, { n: 1 });
  const reading1 = visits.read(db, PAGE, () => Promise.resolve(1));
  visits.noteChange(undefined);
  await reading1;
  await deliverAndJudge(db, { n: 2 });
  expect(await read()).toEqual(['1.1', '2.1']);
  const readVisit = vi.spyOn(reading, 'readVisit').mockRejectedValueOnce(new Error('the disk'));
  await arrive(3);
  await expect(visits.read(db, PAGE, () => Promise.resolve(3))).rejects.toThrow('the disk');
  readVisit.mockRestore();
  expect(await read()).toEqual(['1.1', '2.1', '3.1']);
});
