/**
 * Size of a value of plain JSON in bytes, approximately: what `JSON.stringify` would give for ASCII text, without
 * building it. Stops counting once `limit` is passed, so that a hostile value costs no more than an honest one.
 */
export function measureSize(value: unknown, limit = Number.POSITIVE_INFINITY): number {
  // Every capture and every snapshot comes through here: only what has an inside waits to be looked into.
  const pending: object[] = [];
  let size = take(value);
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (Array.isArray(next)) takeList(next);
    else takeRecord(next as Record<string, unknown>);
    if (size > limit) break;
  }
  return size;

  /** Of a scalar, its text and a comma; of a list or record, its brackets and comma. */
  function take(item: unknown): number {
    if (typeof item === 'string') return item.length + 3;
    if (typeof item !== 'object' || item === null) return String(item).length + 1;
    pending.push(item);
    return 3;
  }

  function takeList(list: readonly unknown[]): void {
    for (const item of list) {
      if (size > limit) return;
      size += take(item);
    }
  }

  /** Plain JSON inherits nothing: its own keys are all there are, and so they need no list. */
  function takeRecord(record: Readonly<Record<string, unknown>>): void {
    for (const key in record) {
      if (size > limit) return;
      size += take(record[key]) + key.length + 3;
    }
  }
}
