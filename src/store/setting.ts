import { parseSetting, type Settings } from '../domain/settings.ts';
import type { Write } from './transact.ts';

/** One thing the user has decided, or its default; within a transaction that has the settings in its scope. */
export async function readSetting<Name extends keyof Settings>(
  tx: Write,
  name: Name,
): Promise<Settings[Name]> {
  return parseSetting(name, await tx.objectStore('settings').get(name));
}
