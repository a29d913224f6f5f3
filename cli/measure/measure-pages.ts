import type { Report } from '../../src/domain/report.ts';
import type { Budget } from '../../src/domain/budget.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { type Browser, startBrowser } from '../browser.ts';
import { allowOrigins } from './allow-origins.ts';
import { createReport } from './create-report.ts';
import { findExtension } from './extension-dir.ts';
import { type CacheMode, loadPage } from './load-page.ts';
import { measureProcessorLoad } from './processor-load.ts';
import { createCalmWait } from './wait-for-calm.ts';

export interface MeasuredLoad {
  /** From 1. */
  readonly run: number;
  readonly visit: VisitRow;
  /** It began although the machine was not calm. */
  readonly isBusy: boolean;
}

export interface MeasureOptions {
  readonly urls: readonly URL[];
  readonly runs: number;
  readonly cache: CacheMode;
  readonly headed: boolean;
  /** Put into the report, as the panel puts its budgets into an export. */
  readonly budgets: readonly Budget[];
  /** Called with what goes on next, in words. */
  readonly onStart: (what: string) => void;
  /** Called after every load that counts. */
  readonly onLoad: (url: URL, load: MeasuredLoad) => void;
}

/**
 * Loads every URL `runs` times in a Chromium with the built extension and reports what the extension stored. One more
 * load of each comes first and does not count: it pays for connections, and fills the cache when that is to be warm.
 * Before each that counts it waits a while for a calm machine.
 */
export async function measurePages(options: MeasureOptions): Promise<Report> {
  const extension = await allowOrigins(findExtension(), options.urls);
  try {
    options.onStart('Starting the browser…');
    const browser = await startBrowser({ extensionDir: extension.dir, headed: options.headed });
    try {
      const visits: Snapshot[] = [];
      for (const url of options.urls) visits.push(...(await measureUrl(browser, url, options)));
      return createReport(visits, options.budgets);
    } finally {
      await browser.stop();
    }
  } finally {
    await extension.remove();
  }
}

async function measureUrl(browser: Browser, url: URL, options: MeasureOptions): Promise<Snapshot[]> {
  const visits: Snapshot[] = [];
  const waitForCalm = createCalmWait({ measureLoad: measureProcessorLoad, now: Date.now });
  options.onStart(`${url.href}  a first load, which does not count…`);
  await loadPage(browser, url, { cache: options.cache });
  for (let run = 1; run <= options.runs; run++) {
    options.onStart(`${url.href}  ${run} of ${options.runs}…`);
    const { isBusy } = await waitForCalm();
    const visit = await loadPage(browser, url, { cache: options.cache });
    options.onLoad(url, { run, visit, isBusy });
    visits.push(visit.snapshot);
  }
  return visits;
}
