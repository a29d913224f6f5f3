/** What each key does in a list of which only one item is in the tab order. */
const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowRight: (index, last) => (index === last ? 0 : index + 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  ArrowLeft: (index, last) => (index === 0 ? last : index - 1),
  Home: () => 0,
  End: (_index, last) => last,
};

/** Moves the focus among the `[data-item]` elements of a list by `keys`; gives the element that has it now. */
export function moveFocus(
  event: KeyboardEvent,
  keys: readonly string[],
): HTMLElement | SVGElement | undefined {
  const step = STEPS[event.key];
  if (!step || !keys.includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const items = [
    ...(event.currentTarget as Element).querySelectorAll<HTMLElement | SVGElement>('[data-item]'),
  ];
  const index = items.indexOf(document.activeElement as HTMLElement | SVGElement);
  const item = items[step(Math.max(index, 0), items.length - 1)];
  event.preventDefault();
  item?.focus();
  return item;
}
