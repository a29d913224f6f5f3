import type { Page } from 'playwright';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/messages.ts';
import { DATABASE_NAME } from '../../src/store/schema.ts';

/** Has the worker take these visits in and judge them, as an import does. */
export async function importVisits(extensionPage: Page, visits: readonly Snapshot[]): Promise<void> {
  const envelope = { protocol: PROTOCOL_VERSION, request: 'importVisits', argument: visits };
  const reply = await extensionPage.evaluate((message) => chrome.runtime.sendMessage(message), envelope);
  if (!(reply as { ok: boolean }).ok) throw new Error(`importVisits: ${JSON.stringify(reply)}`);
}

export interface Seed {
  /** Key of a stored page, of which all others are copies. */
  readonly template: string;
  readonly origin: string;
  readonly pages: number;
  readonly visitsPerPage: number;
}

/**
 * Fills the database with copies of the rows of one page that was judged by the worker. Written straight to the disk:
 * having them judged one by one would take the better part of an hour.
 */
export async function seedStore(extensionPage: Page, seed: Seed): Promise<void> {
  await extensionPage.evaluate(copyRows, { ...seed, name: DATABASE_NAME });
}

/** Runs inside the extension: nothing outside the function exists there. Replaces what it has copied before. */
async function copyRows({ name, template, origin, pages, visitsPerPage }: Seed & { name: string }) {
  const settle = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settle(indexedDB.open(name));
  const range = IDBKeyRange.bound([template, Number.NEGATIVE_INFINITY], [template, Number.POSITIVE_INFINITY]);
  const rows = await settle(db.transaction('visits').objectStore('visits').index('page').getAll(range));
  const source = await settle(db.transaction('pages').objectStore('pages').get(template));
  for (let page = 0; page < pages; page++) {
    const route = `/page-${page.toString(36)}`;
    const key = origin + route;
    const tx = db.transaction(['visits', 'pages', 'counters'], 'readwrite');
    // The worker may store a visit of its own at any time.
    let sequence = await settle<number>(tx.objectStore('counters').get('sequence'));
    let visitId = '';
    const sizes: [number, number][] = [];
    for (let n = 0; n < visitsPerPage; n++) {
      const row = rows[n % rows.length];
      visitId = `aaaa${page.toString(16).padStart(4, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
      const startedAt = row.snapshot.startedAt + n * 60_000;
      const snapshot = { ...row.snapshot, visitId, url: key, startedAt };
      tx.objectStore('visits').put({ ...row, visitId, page: key, sequence: ++sequence, snapshot });
      sizes.push([sequence, row.bytes]);
    }
    const cohorts = Object.fromEntries(
      Object.entries(source.state.cohorts).map(([cohort, state]) => [
        cohort,
        { ...(state as object), latestVisit: visitId },
      ]),
    );
    const latest = { ...source.state.latest, visitId };
    const state = { ...source.state, key, origin, route, latest, cohorts };
    const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
    tx.objectStore('pages').put({ key, state, visits: visitsPerPage, bytes, sizes, lastSequence: sequence });
    tx.objectStore('counters').put(sequence, 'sequence');
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
  }
  db.close();
}
