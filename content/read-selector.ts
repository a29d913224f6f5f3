import { cutOptionalText } from './moments.ts';

/** Enough to find an element again; the whole path of a deep one would only repeat its layout. */
const MAX_SELECTOR = 100;

/**
 * A selector for an element, or for the element around a text node, up to the nearest id. One function for every
 * target we report, so that an element has the same name as LCP, as INP target and as a source of a shift (web-vitals
 * keeps its own to itself). Undefined when there is no element any more.
 */
export function readSelector(node: Node | null): string | undefined {
  let selector = '';
  let element = node instanceof Element ? node : (node?.parentElement ?? null);
  while (element) {
    const part = describe(element);
    const longer = selector ? `${part}>${selector}` : part;
    if (selector && longer.length > MAX_SELECTOR) break;
    selector = longer;
    element = element.id ? null : element.parentElement;
  }
  return cutOptionalText(selector);
}

/** Classes sorted, because scripts add them in any order. */
function describe({ id, localName, classList }: Element): string {
  return id ? `#${id}` : [localName, ...[...classList].sort()].join('.');
}
