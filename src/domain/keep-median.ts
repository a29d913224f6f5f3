/**
 * At most `most` of these items, in their order, with the same median: those in the middle, and of the rest as many on
 * either side, spread over all ranks so that the scatter stays, too. `most` is even; of an odd number of items an odd
 * number is kept.
 */
export function keepMedian<Item>(
  items: readonly Item[],
  most: number,
  valueOf: (item: Item) => number,
): Item[] {
  if (items.length <= most) return [...items];
  const sorted = [...items.entries()].sort(([, a], [, b]) => valueOf(a) - valueOf(b));
  const isOdd = items.length % 2 === 1;
  const half = Math.floor(items.length / 2);
  const keptOfHalf = Math.floor((most - (isOdd ? 1 : 0)) / 2);
  const ranks = new Set(isOdd ? [half] : []);
  for (let i = 0; i < keptOfHalf; i++) {
    const rank = half - 1 - Math.floor((i * half) / keptOfHalf);
    ranks.add(rank).add(items.length - 1 - rank);
  }
  const kept = new Set(sorted.filter((_, rank) => ranks.has(rank)).map(([index]) => index));
  return items.filter((_, index) => kept.has(index));
}
