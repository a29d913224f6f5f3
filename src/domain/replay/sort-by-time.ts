import type { Milliseconds } from '../units.ts';

/**
 * Sorts moments in place, equal ones as they came. Those of a load's requests are almost in order already, and few: to
 * move each to its place takes a tenth of what the general sort does. One move for every two that are out of order: for
 * lists as short as those of a replay, 2 × MAX_NODES at most.
 */
export function sortByTime<Item extends { readonly time: Milliseconds }>(items: Item[]): Item[] {
  for (let i = 1; i < items.length; i++) {
    const item = items[i] as Item;
    let place = i;
    for (; place > 0 && (items[place - 1] as Item).time > item.time; place--) {
      items[place] = items[place - 1] as Item;
    }
    items[place] = item;
  }
  return items;
}
