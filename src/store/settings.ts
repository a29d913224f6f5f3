import { parseSetting, type Settings } from '../domain/settings.ts';
import { applyRetention } from './evict.ts';
import { type Database, transact } from './transact.ts';

const SETTING_NAMES = ['visitsPerPage', 'pages', 'keptQuery'] as const satisfies readonly (keyof Settings)[];

/** Everything the user has decided, defaults where nothing was. */
export async function readSettings(db: Database): Promise<Settings> {
  const { store } = db.transaction('settings');
  const entries = SETTING_NAMES.map(
    async (name) => [name, parseSetting(name, await store.get(name))] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as unknown as Settings;
}

const STORES = ['settings', 'visits', 'pages', 'events', 'tabs', 'buckets', 'counters'] as const;

/** Stores the settings, and lets go at once of what they no longer keep. */
export function saveSettings(db: Database, settings: Settings): Promise<void> {
  return transact(db, { stores: STORES, durability: 'strict' }, async (tx) => {
    for (const name of SETTING_NAMES) await tx.objectStore('settings').put(settings[name], name);
    await applyRetention(tx, settings);
  });
}
