/**
 * Size of a value of plain JSON in bytes, approximately: what `JSON.stringify` would give for ASCII text, without
 * building it. Stops counting once `limit` is passed, so that a hostile value costs no more than an honest one.
 */
export function measureSize(value: unknown, limit = Number.POSITIVE_INFINITY): number {
  // Every capture and every snapshot comes through here: only what has an inside waits to be looked into.
  const pending: Record<string, unknown>[] = [];
  let size = take(value);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const isRecord = !Array.isArray(next);
    for (const key of Object.keys(next)) {
      if (size > limit) return size;
      size += take(next[key]) + (isRecord ? key.length + 3 : 0);
    }
  }
  return size;

  /** Of a scalar, its text and a comma; of a list or record, its brackets and comma. */
  function take(item: unknown): number {
    if (typeof item === 'string') return item.length + 3;
    if (typeof item !== 'object' || item === null) return String(item).length + 1;
    pending.push(item as Record<string, unknown>);
    return 3;
  }
}
