import { waitFor } from '../../cli/wait-for.ts';
import { createDriver } from '../agreement/driver.ts';
import { type Bench, ELSEWHERE } from '../agreement/open-page.ts';
import { readStoredVisits } from '../agreement/stored-visits.ts';
import type { CdpSession } from './cdp.ts';

export interface RoundTrips {
  /** What the page was told each time it was shown again. */
  readonly persisted: readonly boolean[];
  /** Kinds of the visits stored, in order. */
  readonly kinds: readonly string[];
  readonly visitIds: readonly string[];
  /** Errors in the console of the page, the content script or the worker. */
  readonly complaints: readonly string[];
}

/** Where `persisted` is collected by the page itself. */
export const ROUND_TRIP_PAGE = {
  name: 'round-trips',
  body: `<h1>There and back</h1><script>window.persisted = [];
    addEventListener('pageshow', (event) => persisted.push(event.persisted))</script>`,
};

/** Loads a page, leaves it and comes back by the history, again and again; each time until its visit is on disk. */
export async function makeRoundTrips(bench: Bench, times: number): Promise<RoundTrips> {
  const url = `${bench.server.origin}/${ROUND_TRIP_PAGE.name}/`;
  const tab = await bench.chromium.openTab('about:blank');
  const session = await tab.session();
  const complaints = await collectComplaints([session, bench.worker]);
  const driver = createDriver(session, bench.server.origin);
  const readVisits = () => readStoredVisits(bench.worker, url);
  const waitForVisits = (count: number) =>
    waitFor(async () => ((await readVisits()).length >= count ? true : undefined), {
      what: `visit ${count} of ${url}`,
    });
  await session.send('Page.enable');
  await driver.navigate(new URL(url).pathname);
  await waitForVisits(1);
  for (let trip = 1; trip <= times; trip++) {
    await driver.navigate(ELSEWHERE);
    await driver.back();
    await waitForVisits(trip + 1);
  }
  const persisted = (await driver.evaluate('persisted.slice(1)')) as boolean[];
  const snapshots = (await readVisits()).map(({ snapshot }) => snapshot);
  await tab.close();
  return {
    persisted,
    kinds: snapshots.map(({ navigation }) => navigation.kind),
    visitIds: snapshots.map(({ visitId }) => visitId),
    complaints,
  };
}

async function collectComplaints(sessions: readonly CdpSession[]): Promise<string[]> {
  const complaints: string[] = [];
  for (const session of sessions) {
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      complaints.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error') complaints.push(args.map(({ value }) => String(value)).join(' '));
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error') complaints.push(entry.text);
    });
    await session.send('Runtime.enable');
    await session.send('Log.enable');
  }
  return complaints;
}
