import { type Signal, useSignal } from '@preact/signals';
import { type RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element in pixels, followed; undefined before the first layout. */
export function useSize<Element extends HTMLElement>(): {
  readonly ref: RefObject<Element | null>;
  readonly size: Signal<Size | undefined>;
} {
  const ref = useRef<Element>(null);
  const size = useSignal<Size | undefined>(undefined);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      const known = size.peek();
      if (known?.width !== width || known.height !== height) size.value = { width, height };
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
