import browser from 'webextension-polyfill';
import { type BusySample, findBusyBefore } from '../src/domain/processor-guard.ts';
import type { EpochMs, Ratio } from '../src/domain/units.ts';

const PREFIX = 'processor:';

/**
 * Remembers what an open panel saw of the processor around the newest navigation of its tab. In the browser's memory,
 * which outlives this worker: the load comes seconds later, and nothing keeps the worker alive for it.
 */
export async function noteProcessor({
  tabId,
  samples,
}: {
  readonly tabId: number;
  readonly samples: readonly BusySample[];
}): Promise<void> {
  await browser.storage.session.set({ [PREFIX + tabId]: samples });
}

/** How busy the processor was just before a load of this tab began; undefined when nobody looked then. */
export async function readBusyBefore(tabId: number, startedAt: EpochMs): Promise<Ratio | undefined> {
  const key = PREFIX + tabId;
  try {
    const { [key]: samples = [] } = await browser.storage.session.get(key);
    return findBusyBefore(samples as readonly BusySample[], startedAt);
  } catch {
    // A memory that cannot be read is no reason to lose the load.
    return undefined;
  }
}

export async function forgetProcessor(tabId: number): Promise<void> {
  await browser.storage.session.remove(PREFIX + tabId);
}
