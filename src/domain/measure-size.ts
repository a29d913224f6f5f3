/**
 * Size of a value of plain JSON in bytes, approximately: what `JSON.stringify` would give for ASCII text, without
 * building it. Stops counting once `limit` is passed, so that a hostile value costs no more than an honest one.
 */
export function measureSize(value: unknown, limit = Number.POSITIVE_INFINITY): number {
  // Every capture and every snapshot comes through here: only what has an inside waits to be looked into.
  const pending: object[] = [];
  let size = take(value);
  for (let next = pending.pop(); next && size <= limit; next = pending.pop()) {
    if (Array.isArray(next)) takeItems(next);
    else takeFields(next as Record<string, unknown>);
  }
  return size;

  function takeItems(list: readonly unknown[]): void {
    for (let index = 0; index < list.length && size <= limit; index++) size += take(list[index]);
  }

  function takeFields(record: Record<string, unknown>): void {
    for (const key of Object.keys(record)) {
      if (size > limit) return;
      size += key.length + 3 + take(record[key]);
    }
  }

  /** Of a scalar, its text and a comma; of a list or record, its brackets and comma. */
  function take(item: unknown): number {
    if (typeof item === 'string') return item.length + 3;
    if (typeof item !== 'object' || item === null) return String(item).length + 1;
    pending.push(item);
    return 3;
  }
}
