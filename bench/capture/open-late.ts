import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../cli/wait-for.ts';
import { isWorkedOff, readStoredVisits } from '../agreement/stored-visits.ts';
import { type Bench, ELSEWHERE } from '../agreement/open-page.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { CdpSession } from './cdp.ts';

/** Forty requests besides the document, half of them from another site that keeps their sizes to itself. */
const REQUESTS_EACH = 20;

const images = (base: string): string =>
  Array.from({ length: REQUESTS_EACH }, (_, n) => `<img src="${base}${n}.svg?bytes=900" alt="">`).join('');

export const LATE_PAGE = {
  name: 'opened-late',
  body: `<h1>Opened late</h1>${images('')}${images('{third}/')}`,
};

export interface LateLoad {
  /** Visits stored of the load; 1 is right. */
  readonly visits: number;
  /** What is missing or wrong in it; empty is right. */
  readonly losses: readonly string[];
  /** Requests that DevTools' log has added to. */
  readonly logged: number;
}

/**
 * Loads a page, opens DevTools on it after some milliseconds, leaves it when the visit has settled, and says what of
 * the load is not stored. Before DevTools was there, nobody but the content script has seen anything.
 */
export async function loadAndOpenLate(
  { chromium, server, worker }: Bench,
  { after }: { readonly after: number },
): Promise<LateLoad> {
  const url = `${server.origin}/${LATE_PAGE.name}/`;
  const before = (await readStoredVisits(worker, url)).at(-1)?.sequence ?? 0;
  const readVisits = async (): Promise<Snapshot[]> =>
    (await readStoredVisits(worker, url, before)).map(({ snapshot }) => snapshot);
  const tab = await chromium.openTab(url);
  await sleep(after);
  const devTools = await openDevTools(chromium.browser, tab.targetId);
  await waitFor(async () => (await readVisits()).find(({ settledAt }) => settledAt !== undefined), {
    what: 'the visit to settle',
  });
  const session = await tab.session();
  await session.send('Page.navigate', { url: server.origin + ELSEWHERE });
  const last = await waitFor(async () => (await readVisits()).find(({ stage }) => stage === 'final'), {
    what: 'the last capture',
  });
  await waitFor(() => isWorkedOff(worker), { what: 'the last captures to be stored' });
  const visits = await readVisits();
  await chromium.browser.send('Target.closeTarget', { targetId: devTools });
  await tab.close();
  const logged = last.resources.filter(({ networkLog }) => networkLog).length;
  return { visits: visits.length, losses: listLosses(last), logged };
}

/** Playwright does not know the command yet: Chromium has it since version 141. */
async function openDevTools(browser: CdpSession, targetId: string): Promise<string> {
  const send = browser.send as unknown as (
    method: string,
    params: object,
  ) => Promise<{ readonly targetId: string }>;
  return (await send('Target.openDevTools', { targetId })).targetId;
}

function listLosses({ resources, metrics, totals, dropped, late, vitals }: Snapshot): string[] {
  const expected = 1 + 2 * REQUESTS_EACH;
  const restricted = totals.reduce((sum, total) => sum + total.restricted, 0);
  const unseen = resources.filter(({ delivery, networkLog }) => delivery === 'restricted' && !networkLog);
  const checks: [string, boolean][] = [
    [`${resources.length} of ${expected} requests`, resources.length === expected],
    [`counts ${metrics.requests} of ${expected} requests`, metrics.requests === expected],
    [`${restricted} sizes unknown, of ${unseen.length} requests`, restricted === unseen.length],
    ['no first byte', metrics.timeToFirstByte !== undefined],
    ['no load', metrics.load !== undefined],
    ['no paint', vitals.largestContentfulPaint !== undefined],
    ['no layout shift score', vitals.cumulativeLayoutShift !== undefined],
    ['said to be late', !late],
    ['something dropped', Object.values(dropped).every((count) => !count)],
  ];
  return checks.filter(([, isRight]) => !isRight).map(([loss]) => loss);
}
