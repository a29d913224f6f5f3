import type { CDPSession, Page, Worker } from 'playwright';
import { parsePage } from '../../src/domain/page.ts';
import { InputError } from '../../src/domain/parse-report.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import type { Browser } from '../browser.ts';
import { waitFor } from '../wait-for.ts';
import { readLastSequence, readStoredVisits } from '../stored-visits.ts';

export type CacheMode = 'cold' | 'warm';

/** A page that has not loaded by then is not going to. */
const LOAD_TIMEOUT: Milliseconds = 60_000;

/** Settle ends three seconds after load at the latest; the rest is for a slow machine. */
const STORE_TIMEOUT: Milliseconds = 20_000;

/** The tail of a visit comes within a second of leaving, or never. */
const FINAL_TIMEOUT: Milliseconds = 5_000;

export interface LoadOptions {
  readonly cache: CacheMode;
  /** What a visitor does on the page once it has settled. */
  readonly act?: (page: Page) => Promise<void>;
  /** The visit wanted is the one that began with `act`, such as a change of route. */
  readonly wantsLater?: boolean;
}

/**
 * Loads a URL once, leaves it again, and returns what the extension has stored of the visit: its final form, or, when
 * that never came, the one after settle, which says of itself that it is not final. `cold` empties the HTTP cache, the
 * cache storage and the service workers of the origin first; connections and name look-ups stay as they are.
 * Throws an InputError when the page cannot be loaded, or leads to a site the extension may not watch.
 */
export async function loadPage(browser: Browser, url: URL, options: LoadOptions): Promise<VisitRow> {
  const { page } = browser;
  const { cache, act, wantsLater = false } = options;
  const worker = await browser.serviceWorker();
  // A background tab is slowed down, and its visit is not judged.
  await page.bringToFront();
  if (cache === 'cold') await emptyCaches(page, url.origin);
  const before = await readLastSequence(worker);
  await navigate(page, url);
  const loaded = await waitForVisit({ worker, page, after: before, isWanted: isFetched });
  await act?.(page);
  const isLater = ({ visitId }: VisitRow): boolean => visitId !== loaded.visitId;
  const visit = wantsLater ? await waitForVisit({ worker, page, after: before, isWanted: isLater }) : loaded;
  await page.goto('about:blank');
  return waitForFinal(worker, visit);
}

function isFetched({ snapshot }: VisitRow): boolean {
  return snapshot.navigation.kind !== 'soft-navigation';
}

interface WantedVisit {
  readonly worker: Worker;
  readonly page: Page;
  /** Newer than this sequence number. */
  readonly after: number;
  readonly isWanted: (visit: VisitRow) => boolean;
}

/** A settled visit of the address the page has by then; a page may go on to another one by itself. */
function waitForVisit({ worker, page, after, isWanted }: WantedVisit): Promise<VisitRow> {
  const find = async (): Promise<VisitRow | undefined> => {
    const key = parsePage(page.url())?.key;
    const rows = key === undefined ? [] : await readStoredVisits(worker, { page: key, after });
    return rows.find((visit) => visit.snapshot.settledAt !== undefined && isWanted(visit));
  };
  return waitFor(find, {
    what: `the extension to store the load of ${page.url()}`,
    timeout: STORE_TIMEOUT,
  });
}

async function navigate(page: Page, url: URL): Promise<void> {
  const response = await page
    .goto(url.href, { waitUntil: 'load', timeout: LOAD_TIMEOUT })
    .catch((error: unknown) => {
      throw new InputError(`${url.href}: could not be loaded: ${describeNetworkError(error)}`);
    });
  if (response && !response.ok() && response.status() !== 304) {
    throw new InputError(`${url.href}: expected a page, got status ${response.status()}`);
  }
  const landed = new URL(page.url());
  const isSameSite = landed.hostname === url.hostname && landed.protocol === url.protocol;
  if (isSameSite || landed.protocol === 'chrome-error:') return;
  throw new InputError(
    `${url.href}: expected a page of ${url.protocol}//${url.hostname}, got a redirect to ${landed.href}; measure that`,
  );
}

async function waitForFinal(worker: Worker, settled: VisitRow): Promise<VisitRow> {
  const find = async (): Promise<VisitRow | undefined> => {
    const rows = await readStoredVisits(worker, { page: settled.page, after: settled.sequence - 1 });
    return rows.find(({ visitId, snapshot }) => visitId === settled.visitId && snapshot.stage === 'final');
  };
  return waitFor(find, { what: 'the final snapshot', timeout: FINAL_TIMEOUT }).catch(() => settled);
}

async function emptyCaches(page: Page, origin: string): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  try {
    await session.send('Network.clearBrowserCache');
    await session.send('Storage.clearDataForOrigin', {
      origin,
      storageTypes: 'cache_storage,service_workers',
    });
  } finally {
    await session.detach();
  }
}

/** Playwright's message is "page.goto: net::ERR_… at http://…" and a log of calls. */
function describeNetworkError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /net::\w+/.exec(message)?.[0] ?? message.split('\n', 1)[0] ?? message;
}
