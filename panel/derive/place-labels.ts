export interface LabelPlace<Id> {
  readonly id: Id;
  /** Where it stands, in any unit; larger is further right. */
  readonly x: number;
}

/**
 * Which labels have room: the more important ones are placed first, and one that comes closer than `gap` to another is
 * left out. `rankOf` is smaller for what is more important.
 */
export function placeLabels<Id>(
  places: readonly LabelPlace<Id>[],
  { gap, rankOf }: { readonly gap: number; readonly rankOf: (id: Id) => number },
): ReadonlySet<Id> {
  const placed: LabelPlace<Id>[] = [];
  for (const place of places.toSorted((a, b) => rankOf(a.id) - rankOf(b.id))) {
    if (placed.every(({ x }) => Math.abs(x - place.x) >= gap)) placed.push(place);
  }
  return new Set(placed.map(({ id }) => id));
}
