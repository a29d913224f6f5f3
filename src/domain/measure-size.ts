/**
 * Size of a value of plain JSON in bytes, approximately: what `JSON.stringify` would give for ASCII text, without
 * building it. Stops counting once `limit` is passed, so that a hostile value costs no more than an honest one.
 */
export function measureSize(value: unknown, limit = Number.POSITIVE_INFINITY): number {
  const pending: unknown[] = [value];
  let size = 0;
  while (pending.length > 0 && size <= limit) {
    const next = pending.pop();
    size += sizeOfOne(next);
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, item] of Object.entries(next)) {
      if (!Array.isArray(next)) size += key.length + 3;
      pending.push(item);
    }
  }
  return size;
}

/** Of a scalar, its text and a comma; of a list or record, its brackets and comma. */
function sizeOfOne(value: unknown): number {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value === 'object' && value !== null) return 3;
  return String(value).length + 1;
}
