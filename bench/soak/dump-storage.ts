import type { Page } from 'playwright';

/** Every text in the extension's storage: all databases, storage.local and storage.session, keys and values. */
export async function dumpStorage(inside: Page): Promise<string[]> {
  const everything = await inside.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- all of this runs in the page
    const settle = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const stores: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await settle(indexedDB.open(name));
      const tx = db.transaction([...db.objectStoreNames]);
      for (const store of db.objectStoreNames) {
        stores.push(await settle(tx.objectStore(store).getAllKeys()));
        stores.push(await settle(tx.objectStore(store).getAll()));
      }
      db.close();
    }
    return [stores, await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
  });
  return listTexts(everything);
}

/** All texts anywhere in a value, and all names in it. */
export function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...listTexts(inner)]);
}
