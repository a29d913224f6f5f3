import type { Frame, Page, Worker } from 'playwright';
import { DATABASE_NAME, type VisitRow } from '../src/store/schema.ts';

/** Where the extension's database can be read: its worker, or any page of its own. */
type ExtensionContext = Worker | Page | Frame;

interface VisitsQuery {
  /** Default: all pages. */
  readonly page?: string;
  /** Default: from the first one on. */
  readonly after?: number;
}

/** Stored visits newer than a sequence number, oldest first; none while the extension has no database yet. */
export function readStoredVisits(context: ExtensionContext, query: VisitsQuery = {}): Promise<VisitRow[]> {
  const { page, after = 0 } = query;
  return (context as Page).evaluate(readRows, { name: DATABASE_NAME, page, after });
}

/** The newest sequence number over all pages; 0 when nothing is stored. */
export async function readLastSequence(context: ExtensionContext): Promise<number> {
  return (context as Page).evaluate(readSequence, { name: DATABASE_NAME });
}

/**
 * Runs inside the extension, as `readSequence` does: nothing outside the function exists there. The database is opened
 * only when it exists, and never created: its schema is the extension's business.
 */
async function readRows(query: {
  name: string;
  page: string | undefined;
  after: number;
}): Promise<VisitRow[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === query.name)) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(query.name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const { page, after } = query;
      const visits = database.transaction('visits').objectStore('visits');
      const reading =
        page === undefined
          ? visits.index('sequence').getAll(IDBKeyRange.lowerBound(after, true))
          : visits.index('page').getAll(IDBKeyRange.bound([page, after, Infinity], [page, Infinity]));
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result as VisitRow[]);
      };
    };
  });
}

async function readSequence(query: { name: string }): Promise<number> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === query.name)) return 0;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(query.name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const sequences = database.transaction('visits').objectStore('visits').index('sequence');
      const reading = sequences.openKeyCursor(null, 'prev');
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        const last = reading.result?.key;
        database.close();
        resolve(typeof last === 'number' ? last : 0);
      };
    };
  });
}
