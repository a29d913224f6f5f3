import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_BUDGET } from '../domain/budget.ts';
import { closeMonitorDatabase, openMonitorDatabase } from './database.ts';
import { MIGRATIONS } from './migrations.ts';
import { readBudgets } from './read.ts';
import { DATABASE_NAME, DATABASE_VERSION } from './schema.ts';
import { openEmptyDatabase } from './store.fixture.ts';

const atOnce = { backoff: [0, 0, 0] };

beforeEach(openEmptyDatabase);
afterEach(() => vi.restoreAllMocks());

it('has a migration for every version', () => {
  expect(MIGRATIONS).toHaveLength(DATABASE_VERSION);
});

it('starts with the default budget, which stays deleted once the user has deleted it', async () => {
  const db = await openMonitorDatabase();
  expect(await readBudgets(db)).toEqual([DEFAULT_BUDGET]);
  await db.clear('budgets');
  await closeMonitorDatabase();
  expect(await readBudgets(await openMonitorDatabase())).toEqual([]);
});

it('opens once for everybody in this context, and anew after it was closed', async () => {
  const [a, b] = await Promise.all([openMonitorDatabase(), openMonitorDatabase()]);
  expect(a).toBe(b);
  await closeMonitorDatabase();
  expect(await openMonitorDatabase()).not.toBe(a);
});

describe('when opening fails', () => {
  function failTimes(times: number): { attempts: () => number } {
    const open = indexedDB.open.bind(indexedDB);
    let attempts = 0;
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      attempts++;
      if (attempts <= times) throw new DOMException('Internal error opening backing store', 'UnknownError');
      return open(name, version);
    });
    return { attempts: () => attempts };
  }

  beforeEach(closeMonitorDatabase);

  it('tries three times more', async () => {
    failTimes(3);
    expect((await openMonitorDatabase(atOnce)).version).toBe(DATABASE_VERSION);
  });

  it('says why when it goes on failing, and starts afresh with the next call', async () => {
    const fault = failTimes(4);
    await expect(openMonitorDatabase(atOnce)).rejects.toThrow('Internal error opening backing store');
    expect(fault.attempts()).toBe(4);
    expect((await openMonitorDatabase(atOnce)).version).toBe(DATABASE_VERSION);
  });
});

it('refuses data of a newer version at once, and leaves them alone', async () => {
  await closeMonitorDatabase();
  await deleteDB(DATABASE_NAME);
  const newer = await openDB(DATABASE_NAME, DATABASE_VERSION + 1, {
    upgrade: (db) => void db.createObjectStore('future'),
  });
  newer.close();
  const open = vi.spyOn(indexedDB, 'open');
  await expect(openMonitorDatabase(atOnce)).rejects.toThrow(/newer version of this extension/);
  expect(open).toHaveBeenCalledTimes(1);
  open.mockRestore();
  const still = await openDB(DATABASE_NAME);
  expect([still.version, [...still.objectStoreNames]]).toEqual([DATABASE_VERSION + 1, ['future']]);
  still.close();
});

it('lets go when another context upgrades', async () => {
  const db = await openMonitorDatabase();
  const upgraded = await openDB(DATABASE_NAME, DATABASE_VERSION + 1);
  expect(() => db.transaction('pages')).toThrow();
  upgraded.close();
});
