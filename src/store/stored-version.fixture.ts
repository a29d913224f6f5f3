import { IDBFactory } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import { closeMonitorDatabase } from './database.ts';
import { DATABASE_NAME } from './schema.ts';

type Key = string | number;

interface StoredIndex {
  readonly keyPath: Key | Key[];
  readonly unique: boolean;
}

interface StoredStore {
  readonly keyPath: string | null;
  readonly autoIncrement: boolean;
  readonly indexes: { readonly [name: string]: StoredIndex };
  /** Keys are written only where the rows do not hold them. */
  readonly rows: readonly { readonly key?: Key; readonly value: unknown }[];
}

/** A database as one version of the extension left it, with everything that can be in it. */
export interface StoredVersion {
  readonly version: number;
  readonly stores: { readonly [name: string]: StoredStore };
}

/** What a store is, without what is in it. */
export function listStructure({ stores }: StoredVersion): object {
  return Object.fromEntries(Object.entries(stores).map(([name, { rows: _rows, ...rest }]) => [name, rest]));
}

export async function dumpVersion(db: Pick<IDBPDatabase, 'version' | 'objectStoreNames' | 'transaction'>) {
  const tx = db.transaction([...db.objectStoreNames]);
  const stores: Record<string, StoredStore> = {};
  for (const name of [...db.objectStoreNames].sort()) {
    const store = tx.objectStore(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    const indexes = [...store.indexNames].sort().map((index): [string, StoredIndex] => {
      const { keyPath, unique } = store.index(index);
      return [index, { keyPath, unique }];
    });
    stores[name] = {
      keyPath: store.keyPath as string | null,
      autoIncrement: store.autoIncrement,
      indexes: Object.fromEntries(indexes),
      rows: values.map((value: unknown, n) =>
        store.keyPath === null ? { key: keys[n] as Key, value } : { value },
      ),
    };
  }
  return { version: db.version, stores } satisfies StoredVersion;
}

/** JSON with a line for each row. */
export function writeVersion({ version, stores }: StoredVersion): string {
  const written = Object.entries(stores).map(([name, { rows, ...rest }]) => {
    const head = JSON.stringify(rest).slice(0, -1);
    return `${JSON.stringify(name)}: ${head}, "rows": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}`;
  });
  return `{"version": ${version}, "stores": {\n${written.join(',\n')}\n}}\n`;
}

/** Writes the database as that version had it, with none of our code: the code of that version is gone. */
export async function restoreVersion({ version, stores }: StoredVersion): Promise<void> {
  await closeMonitorDatabase();
  globalThis.indexedDB = new IDBFactory();
  const db = await openDB(DATABASE_NAME, version, {
    upgrade(fresh) {
      for (const [name, { keyPath, autoIncrement, indexes, rows }] of Object.entries(stores)) {
        const store = fresh.createObjectStore(name, { keyPath, autoIncrement });
        for (const [index, { keyPath: path, unique }] of Object.entries(indexes)) {
          store.createIndex(index, path as string, { unique });
        }
        for (const { key, value } of rows) void store.put(value, key);
      }
    },
  });
  db.close();
}
