import { waitFor } from '../../cli/wait-for.ts';
import type { CdpSession } from '../capture/cdp.ts';
import type { Chromium, Tab } from '../capture/start-chromium.ts';
import type { PageServer } from './page-server.ts';
import { type NetworkRecord, recordNetwork } from './record-network.ts';
import type { Opening } from './variant.ts';

export interface Bench {
  readonly chromium: Chromium;
  readonly worker: CdpSession;
  readonly server: PageServer;
}

export interface OpenedPage {
  readonly session: CdpSession;
  /** Undefined where the page was not attached to while it loaded. */
  readonly network: NetworkRecord | undefined;
  close(): Promise<void>;
}

/** A page that is not HTML is no page to the extension. */
export const ELSEWHERE = '/blank.txt';

/**
 * Begins the load that is measured, in the way the variant asks for. `loadBefore` loads the URL to the end in the given
 * session, for those that need to have been there once.
 */
export async function openPage(
  { chromium, server }: Bench,
  { open, url }: { open: Opening; url: string },
  loadBefore: (session: CdpSession) => Promise<void>,
): Promise<OpenedPage> {
  const { origin, pathname } = new URL(url);
  if (open === 'background')
    return openUnwatched(chromium, url, (aim) => chromium.openTab(aim, { background: true }));
  if (open === 'prerender') {
    const start = `${server.origin}/prerenders/?page=${pathname.split('/')[1]}`;
    return openUnwatched(chromium, url, () => chromium.openTab(start));
  }
  const opener = open === 'popup' ? await chromium.openTab(origin + ELSEWHERE) : undefined;
  const tab = opener ? await openPopup(chromium, opener, origin) : await chromium.openTab('about:blank');
  const session = await tab.session();
  await session.send('Page.enable');
  if (open === 'again' || open === 'reload') await loadBefore(session);
  const network = await recordNetwork(session, (id) => chromium.findSession(id));
  if (open === 'reload') await session.send('Page.reload');
  else await session.send('Page.navigate', { url: open === 'redirect' ? `${url}?redirected` : url });
  const cover = open === 'covered' ? await chromium.openTab(origin + ELSEWHERE) : undefined;
  return {
    session,
    network,
    close: async () => {
      for (const each of [tab, cover, opener]) await each?.close();
    },
  };
}

/** Nobody watches while it loads; it is attached to afterwards, to be left. */
async function openUnwatched(
  chromium: Chromium,
  url: string,
  open: (url: string) => Promise<Tab>,
): Promise<OpenedPage> {
  const tab = await open(url);
  const shown = await waitFor(() => findShown(chromium, url, tab), { what: url });
  const session = await shown.session();
  return { session, network: undefined, close: () => shown.close() };
}

/** The tab by its URL: one that shows a prerendered page has another target than before. */
async function findShown({ browser, findTab }: Chromium, url: string, tab: Tab): Promise<Tab | undefined> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const shown = targetInfos.find((target) => target.type === 'page' && target.url === url && !target.subtype);
  if (!shown) return undefined;
  return shown.targetId === tab.targetId ? tab : findTab(shown.targetId);
}

/** Two windows that know each other are never kept in the back/forward cache. */
async function openPopup({ browser, findTab }: Chromium, opener: Tab, origin: string): Promise<Tab> {
  const session = await opener.session();
  const url = `${origin}${ELSEWHERE}?popup`;
  const expression = `void open(${JSON.stringify(url)})`;
  await waitFor(() => isAt(session, origin), { what: 'the opener' });
  await session.send('Runtime.evaluate', { expression, userGesture: true });
  return waitFor(
    async () => {
      const { targetInfos } = await browser.send('Target.getTargets');
      const popup = targetInfos.find((target) => target.url === url);
      return popup && findTab(popup.targetId);
    },
    { what: 'the popup' },
  );
}

async function isAt(session: CdpSession, origin: string): Promise<true | undefined> {
  const expression = `location.origin === ${JSON.stringify(origin)}`;
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  return result.value === true ? true : undefined;
}
