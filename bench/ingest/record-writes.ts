/** One request that changes a database. */
export interface Written {
  readonly store: string;
  readonly method: 'put' | 'delete';
  readonly args: readonly unknown[];
}

type Method = (...args: readonly unknown[]) => IDBRequest<IDBValidKey>;

const METHODS = ['add', 'put', 'delete'] as const;

/**
 * Every write of any database in this context while `work` runs, by transactions in the order of their first write.
 * A row that was added stands there with the key that the database gave it.
 */
export async function recordWrites(work: () => Promise<unknown>): Promise<(readonly Written[])[]> {
  const transactions = new Map<IDBTransaction, Written[]>();
  const originals = METHODS.map((name) => {
    const descriptor = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, name) ?? {};
    const original = descriptor.value as Method;
    const value = function record(this: IDBObjectStore, ...args: readonly unknown[]): IDBRequest {
      const request = original.apply(this, [...args]);
      const written = transactions.get(this.transaction) ?? [];
      transactions.set(this.transaction, written);
      written.push(name === 'add' ? describeAdded(this, args, request) : describe(this, name, args));
      return request;
    };
    Object.defineProperty(IDBObjectStore.prototype, name, { ...descriptor, value });
    return [name, descriptor] as const;
  });
  try {
    await work();
  } finally {
    for (const [name, descriptor] of originals) {
      Object.defineProperty(IDBObjectStore.prototype, name, descriptor);
    }
  }
  return [...transactions.values()];
}

function describe(store: IDBObjectStore, method: 'put' | 'delete', args: readonly unknown[]): Written {
  return { store: store.name, method, args };
}

/** The row that is noted is completed when its key comes. */
function describeAdded(
  store: IDBObjectStore,
  [value]: readonly unknown[],
  request: IDBRequest<IDBValidKey>,
): Written {
  const row: Record<string, unknown> = { ...(value as object) };
  request.addEventListener('success', () => {
    row[String(store.keyPath)] = request.result;
  });
  return describe(store, 'put', [row]);
}
