import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../cli/wait-for.ts';
import type { NavigationKind } from '../../src/domain/capture.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { CdpSession } from '../capture/cdp.ts';
import { createDriver } from './driver.ts';
import { type Bench, ELSEWHERE, openPage } from './open-page.ts';
import type { OracleReport } from './oracle-script.ts';
import type { NetworkRequest } from './record-network.ts';
import { type MainThreadTrace, recordTrace, type TraceRecording } from './record-trace.ts';
import { isWorkedOff, readStoredVisits } from './stored-visits.ts';
import type { Opening, Variant } from './variant.ts';

/** What both instruments said of one visit. */
export interface Measured {
  readonly snapshot: Snapshot;
  readonly page: OracleReport;
  readonly requests: readonly NetworkRequest[] | undefined;
  readonly trace: MainThreadTrace | undefined;
}

const KINDS: { readonly [Name in Opening]?: NavigationKind } = { reload: 'reload', prerender: 'prerender' };

/** Ten thousand requests, with three witnesses on two cores, take their time. */
const PATIENCE = 120_000;

/** A page that is left speaks twice, when it goes and when it is hidden, and the second word is the better one. */
const LAST_WORDS = 1_000;

/**
 * Loads a variant once, does with it what a user would, leaves it, and waits for the last word of both: of the page,
 * and of the extension's own database.
 */
export async function measureVariant(bench: Bench, variant: Variant): Promise<Measured> {
  const trace = await recordTrace(bench.chromium.browser);
  try {
    return await measureTraced(bench, variant, trace);
  } finally {
    await trace.stop();
  }
}

async function measureTraced(bench: Bench, variant: Variant, trace: TraceRecording): Promise<Measured> {
  const { open = 'first', kind = KINDS[open] ?? 'navigate' } = variant;
  const origin = open === 'tls' ? bench.server.tlsOrigin : bench.server.origin;
  if (!origin) throw new Error('there is no openssl here to make a certificate with');
  const url = `${origin}/${variant.name}/`;
  let before = 0;
  const opened = await openPage(bench, { open, url }, async (session) => {
    before = await loadOnce(bench, session, { url, isLeft: open === 'again' });
  });
  const find = (isEnough: (snapshot: Snapshot) => boolean): Promise<Snapshot> =>
    findVisit(bench, { url, before, isEnough });
  await find(({ settledAt }) => settledAt !== undefined);
  await variant.drive?.(createDriver(opened.session, origin));
  await opened.session.send('Runtime.evaluate', { expression: 'sessionStorage.clear()' });
  await opened.session.send('Page.navigate', { url: origin + ELSEWHERE });
  const isMeasured = ({ stage, navigation }: Snapshot): boolean =>
    stage === 'final' && navigation.kind === kind;
  await find(isMeasured);
  const what = `the page's own report of ${url}`;
  await waitFor(() => readReport(opened.session, url), { what });
  await sleep(LAST_WORDS);
  await waitFor(() => isWorkedOff(bench.worker), { what: 'the last captures to be stored' });
  const snapshot = await find(isMeasured);
  await trace.stop();
  const page = (await readReport(opened.session, url)) as OracleReport;
  const requests = opened.network?.list();
  await opened.close();
  return { snapshot, page, requests, trace: trace.read(url) };
}

/** What the page that was left has said of itself, from the next page of its origin in the same tab. */
async function readReport(session: CdpSession, url: string): Promise<OracleReport | undefined> {
  const expression = `sessionStorage.getItem('oracle') ?? ''`;
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  const report = result.value ? (JSON.parse(String(result.value)) as OracleReport) : undefined;
  return report?.url.startsWith(url) ? report : undefined;
}

interface Wanted {
  readonly url: string;
  /** Only visits that came after this one. */
  readonly before: number;
  readonly isEnough: (snapshot: Snapshot) => boolean;
}

function findVisit({ worker }: Bench, { url, before, isEnough }: Wanted): Promise<Snapshot> {
  return waitFor(
    async () => {
      const visits = await readStoredVisits(worker, url, before);
      return visits.map(({ snapshot }) => snapshot).findLast(isEnough);
    },
    { what: `a visit of ${url}`, timeout: PATIENCE },
  );
}

/** So that caches are filled, and what the page calls its readiness has come; gives the sequence of that visit. */
async function loadOnce(
  bench: Bench,
  session: CdpSession,
  { url, isLeft }: { readonly url: string; readonly isLeft: boolean },
): Promise<number> {
  await session.send('Page.navigate', { url });
  await findVisit(bench, { url, before: 0, isEnough: ({ settledAt }) => settledAt !== undefined });
  await session.send('Runtime.evaluate', { expression: 'window.ready', awaitPromise: true });
  if (isLeft) {
    await session.send('Page.navigate', { url: new URL(ELSEWHERE, url).href });
    await findVisit(bench, { url, before: 0, isEnough: ({ stage }) => stage === 'final' });
  }
  return (await readStoredVisits(bench.worker, url)).at(-1)?.sequence ?? 0;
}
