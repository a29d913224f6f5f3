import type { Page } from 'playwright';
import type { PageRow } from '../../src/store/schema.ts';

/** How much is in every store, and what was counted. */
export interface StoreContent {
  readonly queue: number;
  readonly visits: number;
  readonly pages: number;
  readonly tabs: number;
  readonly skipped: number;
  /** Loads that statistics has counted, over all pages; one counted twice shows here. */
  readonly samples: number;
  readonly counters: Readonly<Record<string, number>>;
}

/** Looks into the database from a page of the extension, past all code of ours. */
export function readStore(inside: Page): Promise<StoreContent> {
  return inside.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- all of this runs in the page
    const settle = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const name = 'performance-budget-monitor';
    // Opening one that is not there would make it, with nothing in it.
    if (!(await indexedDB.databases()).some((known) => known.name === name)) {
      return { queue: 0, visits: 0, pages: 0, tabs: 0, skipped: 0, samples: 0, counters: {} };
    }
    const db = await settle(indexedDB.open(name));
    try {
      const tx = db.transaction([...db.objectStoreNames]);
      const count = (name: string) => settle(tx.objectStore(name).count());
      const counters = tx.objectStore('counters');
      const pages: PageRow[] = await settle(tx.objectStore('pages').getAll());
      const [names, values] = await Promise.all([settle(counters.getAllKeys()), settle(counters.getAll())]);
      return {
        queue: await count('queue'),
        visits: await count('visits'),
        pages: pages.length,
        tabs: await count('tabs'),
        skipped: await count('skipped'),
        samples: pages
          .flatMap(({ state }) => Object.values(state.cohorts))
          .reduce((sum, { current }) => sum + current.samples, 0),
        counters: Object.fromEntries(names.map((name, index) => [name as string, values[index] as number])),
      };
    } finally {
      db.close();
    }
  });
}
