/**
 * What `read` finds under each key, every key asked for once and all at the same time: a transaction is as slow as the
 * answers it waits for in turn.
 */
export async function readEach<Key, Row>(
  keys: Iterable<Key>,
  read: (key: Key) => Promise<Row | undefined>,
): Promise<Map<Key, Row>> {
  const distinct = [...new Set(keys)];
  const rows = await Promise.all(distinct.map(read));
  const found = new Map<Key, Row>();
  rows.forEach((row, index) => {
    if (row !== undefined) found.set(distinct[index] as Key, row);
  });
  return found;
}
