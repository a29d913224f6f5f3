import type { Milliseconds } from '../units.ts';

/**
 * Sorts moments in place, equal ones as they came. Those of a load's requests are almost in order already, and few: to
 * move each to its place takes a tenth of what the general sort does. Square in the number of those far from theirs.
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
