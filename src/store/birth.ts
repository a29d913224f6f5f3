import type { EpochMs } from '../domain/units.ts';
import { type Database, transact } from './transact.ts';

const BIRTH = 'birth';

const LOST_AT = 'lostAt';

/**
 * The id of this very database; undefined while it has none. It stays the same until the browser throws the database
 * away: that happens when it finds the files damaged, and an empty one takes their place without a word.
 */
export async function readBirth(db: Database): Promise<string | undefined> {
  const birth = await db.get('settings', BIRTH);
  return typeof birth === 'string' ? birth : undefined;
}

/** Gives the database an id if it has none. With `lostAt`, notes when another one was found to be gone. */
export function registerBirth(db: Database, lostAt: EpochMs | undefined): Promise<string> {
  return transact(db, { stores: ['settings'], durability: 'strict' }, async (tx) => {
    const settings = tx.objectStore('settings');
    const stored = await settings.get(BIRTH);
    const birth = typeof stored === 'string' ? stored : crypto.randomUUID();
    await settings.put(birth, BIRTH);
    if (lostAt !== undefined) await settings.put(lostAt, LOST_AT);
    return birth;
  });
}

/** When it was noticed that everything stored before had been thrown away; undefined when nothing was. */
export async function readLoss(db: Database): Promise<EpochMs | undefined> {
  const lostAt = await db.get('settings', LOST_AT);
  return typeof lostAt === 'number' ? lostAt : undefined;
}

export async function forgetLoss(db: Database): Promise<void> {
  await transact(db, { stores: ['settings'], durability: 'relaxed' }, (tx) =>
    tx.objectStore('settings').delete(LOST_AT),
  );
}
