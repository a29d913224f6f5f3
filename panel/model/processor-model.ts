import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BusySample } from '../../src/domain/processor-guard.ts';
import { request } from '../../src/protocol/channel.ts';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import { sampleProcessor } from '../connection/processor.ts';

export interface ProcessorModel {
  /** What the processor did in the last seconds, oldest first; empty while nobody looks. */
  readonly samples: ReadonlySignal<readonly BusySample[]>;
}

/**
 * Looks at the processor for as long as the guard is on, and tells the worker at every navigation what it saw: the load
 * is captured seconds later, so the worker knows by then. A message that fails leaves a load that is judged.
 */
export function createProcessorModel(
  tab: Pick<InspectedTab, 'tabId' | 'observeNavigation'>,
  isOn: ReadonlySignal<boolean | undefined>,
): ProcessorModel {
  const samples = signal<readonly BusySample[]>([]);
  const { tabId } = tab;
  if (tabId === undefined) return { samples };
  effect(() => {
    if (!isOn.value) return;
    const sampling = sampleProcessor((seen) => (samples.value = seen));
    const navigations = tab.observeNavigation(() => {
      const seen = samples.peek();
      if (seen.length > 0) request('noteProcessor', { tabId, samples: seen }).catch(() => undefined);
    });
    return () => {
      sampling.stop();
      navigations.stop();
      samples.value = [];
    };
  });
  return { samples };
}
