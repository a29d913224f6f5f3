import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { type RowWindow, scrollToRow, windowRows } from '../derive/window-rows.ts';
import { useSize } from './use-size.ts';

export interface WindowListOptions {
  /** Of all rows, in order. */
  readonly keys: readonly string[];
  readonly rowHeight: number;
  /** Pixels above the first row that scroll with the rows or stick to the top: a table's head. */
  readonly headHeight?: number;
  /** Enter, the space bar and a click; absent where rows are only read. */
  readonly onChoose?: (key: string) => void;
}

export interface WindowList {
  /** The element that scrolls. */
  readonly ref: RefObject<HTMLDivElement | null>;
  /** The rows to draw. */
  readonly window: RowWindow;
  /** The row that the arrow keys have reached. */
  readonly cursor: ReadonlySignal<string | undefined>;
  readonly choose: (key: string) => void;
  /** Scrolls the list, and nothing else, until the row is seen. */
  readonly reveal: (index: number) => void;
  readonly onScroll: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * A list of rows of one height of which only those in sight exist. It has one stop in the tab order; the arrow keys move
 * a cursor, which the list names by `aria-activedescendant`, as rows out of sight cannot have the focus.
 */
export function useWindowList({ keys, rowHeight, headHeight = 0, onChoose }: WindowListOptions): WindowList {
  const { ref, size } = useSize<HTMLDivElement>();
  const cursor = useSignal<string | undefined>(undefined);
  const height = (size.value?.height ?? 0) - headHeight;
  const window = useSignal<RowWindow>({ first: 0, end: 0 });
  const count = keys.length;
  const look = (): void => {
    const { first, end } = windowRows({ count, rowHeight, top: ref.current?.scrollTop ?? 0, height });
    const known = window.peek();
    if (known.first !== first || known.end !== end) window.value = { first, end };
  };
  useLayoutEffect(look, [count, rowHeight, height]);
  const reveal = (index: number): void => {
    const list = ref.current;
    if (list) list.scrollTop = scrollToRow({ index, rowHeight, top: list.scrollTop, height });
    look();
  };
  const moveTo = (index: number): void => {
    cursor.value = keys[index];
    reveal(index);
  };
  const choose = (key: string): void => {
    cursor.value = key;
    onChoose?.(key);
  };
  return {
    ref,
    window: window.value,
    cursor,
    choose,
    reveal,
    onScroll: look,
    onKeyDown(event) {
      if (event.target !== event.currentTarget || count === 0) return;
      const at = keys.indexOf(cursor.peek() ?? '');
      const target = targetOf(event, {
        at,
        last: count - 1,
        page: Math.max(1, Math.floor(height / rowHeight) - 1),
      });
      const key = keys[at];
      if (target !== undefined) moveTo(target);
      else if ((event.key === 'Enter' || event.key === ' ') && key !== undefined) choose(key);
      else return;
      event.preventDefault();
    },
  };
}

interface Place {
  readonly at: number;
  readonly last: number;
  readonly page: number;
}

function targetOf(event: KeyboardEvent, { at, last, page }: Place): number | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(Math.max(at, 0) + page, last);
    case 'PageUp':
      return Math.max(at - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
