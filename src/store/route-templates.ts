import { parseRouteTemplates } from '../domain/route-template.ts';
import { type Database, transact, type Write } from './transact.ts';

const ROUTES = 'routes';

/** The user's own templates of routes, in the order in which they are tried. */
export async function readRouteTemplates(db: Database): Promise<readonly string[]> {
  return parseRouteTemplates(await db.get('settings', ROUTES));
}

/** The same within a transaction that has the settings in its scope. */
export async function readTemplatesIn(tx: Write): Promise<readonly string[]> {
  return parseRouteTemplates(await tx.objectStore('settings').get(ROUTES));
}

/** What has been measured stays with the page it was measured for; the templates say where the next load goes. */
export async function saveRouteTemplates(db: Database, templates: readonly string[]): Promise<void> {
  await transact(db, { stores: ['settings'], durability: 'strict' }, (tx) =>
    tx.objectStore('settings').put([...templates], ROUTES),
  );
}
