export interface RowWindow {
  /** Index of the first row to draw, and of the one behind the last. */
  readonly first: number;
  readonly end: number;
}

/** Rows drawn beyond either edge, so that a fast scroll does not show a gap. */
const OVERSCAN = 8;

/** Edges move in steps of this many rows: most scroll events then change nothing. */
const STEP = 4;

/** Which of `count` rows of one height a viewport shows; all in the same unit. */
export function windowRows({
  count,
  rowHeight,
  top,
  height,
}: {
  readonly count: number;
  readonly rowHeight: number;
  readonly top: number;
  readonly height: number;
}): RowWindow {
  const at = Math.floor(top / rowHeight / STEP) * STEP;
  const first = Math.max(0, Math.min(at - OVERSCAN, count));
  const end = Math.min(count, at + Math.ceil(height / rowHeight) + STEP + OVERSCAN);
  return { first, end };
}

/** Where to scroll so that a row is seen whole; the present place when it is. */
export function scrollToRow({
  index,
  rowHeight,
  top,
  height,
}: {
  readonly index: number;
  readonly rowHeight: number;
  readonly top: number;
  readonly height: number;
}): number {
  const start = index * rowHeight;
  if (start < top) return start;
  return start + rowHeight > top + height ? start + rowHeight - height : top;
}
