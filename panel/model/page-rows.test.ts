import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { deletePage } from '../../src/store/delete.ts';
import * as reading from '../../src/store/read.ts';
import { deliverAndJudge, openEmptyDatabase } from '../../src/store/store.fixture.ts';
import type { Database } from './database-model.ts';
import { createPageRows, type PageRows } from './page-rows.ts';

const ORIGIN = 'http://localhost:8080';

let db: Database;
let pages: PageRows;

beforeEach(async () => {
  db = await openEmptyDatabase();
  pages = createPageRows();
  await visit(1, '/a');
  await visit(2, '/b');
});

async function visit(n: number, route: string): Promise<void> {
  await deliverAndJudge(db, { n, url: ORIGIN + route });
}

async function read(): Promise<readonly string[]> {
  const rows = await pages.read(db);
  expect(rows).toEqual(await reading.readPages(db));
  return rows.map(({ key, visits }) => `${key.slice(ORIGIN.length)} ${visits}`);
}

it('reads again what has changed, and only that', async () => {
  expect(await read()).toEqual(['/b 1', '/a 1']);
  const readPages = vi.spyOn(reading, 'readPages');
  await visit(3, '/a');
  await visit(4, '/c');
  pages.noteChange([`${ORIGIN}/a`, `${ORIGIN}/c`]);
  expect((await pages.read(db)).map(({ visits }) => visits)).toEqual([1, 2, 1]);
  await deletePage(db, `${ORIGIN}/b`);
  pages.noteChange([`${ORIGIN}/b`]);
  expect(await pages.read(db)).toHaveLength(2);
  expect(readPages).not.toHaveBeenCalled();
  readPages.mockRestore();
  expect(await read()).toEqual(['/c 1', '/a 2']);
});

it('reads all when anything may have changed, or more than was told', async () => {
  await read();
  await visit(3, '/c');
  await visit(4, '/a');
  pages.noteChange([`${ORIGIN}/a`]);
  expect(await read()).toEqual(['/a 2', '/c 1', '/b 1']);
  await visit(5, '/b');
  pages.noteChange([]);
  expect(await read()).toEqual(['/b 2', '/a 2', '/c 1']);
});

it('takes nothing for known that changed while it was read', async () => {
  const reading1 = pages.read(db);
  pages.noteChange([]);
  await reading1;
  await visit(3, '/a');
  expect(await read()).toEqual(['/a 2', '/b 1']);
});
