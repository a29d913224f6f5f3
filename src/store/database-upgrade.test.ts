import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { closeMonitorDatabase, openMonitorDatabase } from './database.ts';
import { DATABASE_NAME, DATABASE_VERSION } from './schema.ts';

vi.mock(import('./migrations.ts'), async (importOriginal) => {
  const { MIGRATIONS } = await importOriginal();
  return {
    MIGRATIONS: [...MIGRATIONS, (_db, upgrade) => void upgrade.objectStore('settings').put(2, 'step')],
  };
});

it('says that an older version is held open, goes on when it lets go, and runs only the steps that are missing', async () => {
  const older = await openDB(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(db) {
      void db.createObjectStore('settings').put('kept', 'mine');
    },
  });
  const onBlocked = vi.fn(() => older.close());
  const db = await openMonitorDatabase({ onBlocked });
  expect(onBlocked).toHaveBeenCalledTimes(1);
  expect(await Promise.all([db.get('settings', 'mine'), db.get('settings', 'step')])).toEqual(['kept', 2]);
  await closeMonitorDatabase();
});
