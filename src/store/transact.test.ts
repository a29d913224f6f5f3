import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { openEmptyDatabase } from './store.fixture.ts';
import { add, put, remove, transact, type Database, type Scope } from './transact.ts';

const SCOPE: Scope = { stores: ['settings', 'events'], durability: 'strict' };

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

it('writes all that was left to it, although nobody has waited for it', async () => {
  await db.put('settings', 'old', 'b');
  await transact(db, SCOPE, async (tx) => {
    put(tx, 'settings', 'new', 'a');
    remove(tx, 'settings', 'b');
    await Promise.resolve();
  });
  expect(await db.getAllKeys('settings')).toEqual(['a']);
});

it('says that only the disk is waited for, before anything is on it', async () => {
  const steps: string[] = [];
  const work = vi.fn(async () => void steps.push('work'));
  await transact(db, SCOPE, work, () => steps.push('commit')).then(() => steps.push('done'));
  expect(steps).toEqual(['work', 'commit', 'done']);
});

it('writes nothing when the work throws, and throws the same', async () => {
  const fault = new TypeError('a fault of ours');
  const onCommit = vi.fn();
  const work = async (tx: Parameters<typeof put>[0]) => {
    put(tx, 'settings', 1, 'a');
    await Promise.reject(fault);
  };
  await expect(transact(db, SCOPE, work, onCommit)).rejects.toBe(fault);
  expect(onCommit).not.toHaveBeenCalled();
  expect(await db.count('settings')).toBe(0);
});

it('fails as a whole, and says why, when a write fails that nobody has waited for', async () => {
  const event = {
    page: 'p',
    visitId: 'v',
    sequence: 1,
    event: { type: 'budget-met', cohort: 'c', key: 'k' },
  } as const;
  const work = async (tx: Parameters<typeof put>[0]) => {
    put(tx, 'settings', 1, 'a');
    add(tx, 'events', { ...event, id: 1 });
    add(tx, 'events', { ...event, id: 1 });
    await Promise.resolve();
  };
  await expect(transact(db, SCOPE, work)).rejects.toMatchObject({ name: 'ConstraintError' });
  expect([await db.count('settings'), await db.count('events')]).toEqual([0, 0]);
});
