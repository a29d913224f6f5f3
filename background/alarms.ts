import browser from 'webextension-polyfill';

/** Half a minute is the shortest an alarm may be. */
const RETRY_MINUTES = 0.5;

/** Twice an hour what was left behind is picked up and what is gone forgotten, even if no page is loaded. */
const UPKEEP_MINUTES = 30;

export const UPKEEP = 'upkeep';

type Work = 'queue' | 'outbox' | 'storage';

/** Set before work begins and taken back when it is done: a worker that dies in between is started again for it. */
export async function armRetry(work: Work): Promise<void> {
  await browser.alarms.create(work, { delayInMinutes: RETRY_MINUTES });
}

export async function disarmRetry(work: Work): Promise<void> {
  await browser.alarms.clear(work);
}

/** At every start of the worker: whether alarms outlive an update or a restart of the browser depends on its version. */
export async function armUpkeep(): Promise<void> {
  await browser.alarms.create(UPKEEP, { periodInMinutes: UPKEEP_MINUTES });
}
