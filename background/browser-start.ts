import browser from 'webextension-polyfill';
import type { EpochMs } from '../src/domain/units.ts';

/** Key in storage.session, which is empty whenever the browser has started, and outlives the worker. */
const FIRST_LOAD = 'first-load';

const IS_AWAITED = 'awaited';

/** The browser has started: the next load that arrives is the first. */
export async function noteBrowserStart(): Promise<void> {
  await browser.storage.session.set({ [FIRST_LOAD]: IS_AWAITED });
}

/**
 * Was nothing measured between the start of the browser and this load? That is the first load to arrive and all that
 * had begun before it did, as when the browser opens the tabs of last time together: they share the disk with its start
 * and find every cache in memory empty. Every revision of a visit gets the same answer. An extension that was
 * installed meanwhile knows of no start.
 */
export function readIsAfterBrowserStart(startedAt: EpochMs): Promise<boolean> {
  return navigator.locks.request('browser-start', async () => {
    const first: unknown = (await browser.storage.session.get(FIRST_LOAD))[FIRST_LOAD];
    if (first === IS_AWAITED) {
      await browser.storage.session.set({ [FIRST_LOAD]: Date.now() });
      return true;
    }
    return typeof first === 'number' && startedAt < first;
  });
}
