export interface LabelPlace<Id> {
  readonly id: Id;
  /** Where it stands, as a share of the width. */
  readonly x: number;
}

/** Whether a label begins or ends at its place: at the right edge it ends there. */
export type LabelSide = 'begins' | 'ends';

/**
 * The labels that have room, of which each takes `width`, a share of the whole. The more important ones are placed
 * first, and one that would cover another is left out. `rankOf` is smaller for what is more important.
 */
export function placeLabels<Id>(
  places: readonly LabelPlace<Id>[],
  { width, rankOf }: { readonly width: number; readonly rankOf: (id: Id) => number },
): ReadonlyMap<Id, LabelSide> {
  const placed = new Map<Id, LabelSide>();
  const taken: number[] = [];
  for (const { id, x } of places.toSorted((a, b) => rankOf(a.id) - rankOf(b.id))) {
    const side = x + width > 1 ? 'ends' : 'begins';
    const from = side === 'ends' ? x - width : x;
    if (taken.some((other) => Math.abs(other - from) < width)) continue;
    taken.push(from);
    placed.set(id, side);
  }
  return placed;
}
