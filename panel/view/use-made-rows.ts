import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * The drawn form of every row, kept as long as the row itself: what is the same object as before is not compared again,
 * and a scroll pays only for the rows that come into sight. `state` names all that a row's look depends on besides itself;
 * what `make` closes over must not change otherwise.
 */
export function useMadeRows(): (row: object, state: string, make: () => VNode) => VNode {
  const { current: made } = useRef(new WeakMap<object, { readonly state: string; readonly node: VNode }>());
  return (row, state, make) => {
    const known = made.get(row);
    if (known?.state === state) return known.node;
    const node = make();
    made.set(row, { state, node });
    return node;
  };
}
