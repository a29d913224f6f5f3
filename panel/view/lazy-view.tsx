import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

/** A view whose code is loaded when it is first shown; until then it is empty, for a few milliseconds. */
export function lazyView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const loaded = signal<ComponentType<Props>>();
  let loading: Promise<void> | undefined;
  return function LazyView(props: Props) {
    const View = loaded.value;
    if (View) return <View {...props} />;
    loading ??= load().then((view) => void (loaded.value = view));
    return null;
  };
}
