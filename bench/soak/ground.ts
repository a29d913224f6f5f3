import type { Page } from 'playwright';
import { type Browser, startBrowser } from '../../cli/browser.ts';
import { findExtension } from '../../cli/measure/extension-dir.ts';
import { readStoredVisits } from '../../cli/stored-visits.ts';
import { waitFor } from '../../cli/wait-for.ts';
import {
  PROTOCOL_VERSION,
  type Reply,
  type RequestArgument,
  type RequestName,
  type RequestReply,
} from '../../src/protocol/messages.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { createWorkerKiller, type WorkerKiller } from './kill-worker.ts';
import { readStore, type StoreContent } from './read-store.ts';
import { type Site, startSite } from './site.ts';

/** A browser with the extension, a site to visit, and a page of the extension to look into its storage from. */
export interface Ground {
  readonly site: Site;
  readonly browser: Browser;
  readonly page: Page;
  /** An extension page without a line of ours in it. */
  readonly inside: Page;
  readonly killer: WorkerKiller;
  /** What pages and worker of the extension threw or logged as an error. */
  readonly complaints: readonly string[];
  readonly ask: <Name extends RequestName>(
    request: Name,
    argument: RequestArgument<Name>,
  ) => Promise<RequestReply<Name>>;
  readonly readVisits: () => Promise<VisitRow[]>;
  readonly readStore: () => Promise<StoreContent>;
  /** Waits until nothing is left to be judged, for so many ms. */
  readonly waitForQueue: (timeout?: number) => Promise<void>;
}

/** A file that the browser shows by itself. */
const NEUTRAL = 'icons/16.png';

export interface GroundOptions {
  readonly devtools?: boolean;
  readonly extensionDir?: string;
  readonly userDataDir?: string;
}

/** Does `work` on a ground of its own, which is cleared away whatever happens. */
export async function onGround<Result>(
  work: (ground: Ground) => Promise<Result>,
  options: GroundOptions = {},
): Promise<Result> {
  const site = await startSite();
  const browser = await startBrowser({ extensionDir: findExtension(), ...options });
  try {
    return await work(await prepare(site, browser));
  } finally {
    await browser.stop();
    await site.stop();
  }
}

async function prepare(site: Site, browser: Browser): Promise<Ground> {
  const complaints = collectComplaints(browser);
  const inside = await browser.context.newPage();
  await inside.goto(`chrome-extension://${browser.extensionId}/${NEUTRAL}`);
  await browser.page.bringToFront();
  const read = () => readStore(inside);
  return {
    site,
    browser,
    page: browser.page,
    inside,
    killer: await createWorkerKiller(browser, inside),
    complaints,
    ask: (request, argument) => ask(inside, request, argument),
    readVisits: () => readStoredVisits(inside),
    readStore: read,
    async waitForQueue(timeout) {
      await waitFor(async () => ((await read()).queue === 0 ? true : undefined), {
        what: 'an empty queue',
        ...(timeout !== undefined && { timeout }),
      });
    },
  };
}

async function ask<Name extends RequestName>(
  inside: Page,
  request: Name,
  argument: RequestArgument<Name>,
): Promise<RequestReply<Name>> {
  const envelope = { protocol: PROTOCOL_VERSION, request, argument };
  const reply = await inside.evaluate(
    (message) => chrome.runtime.sendMessage<unknown, Reply>(message),
    envelope,
  );
  if (!reply.ok) throw new Error(reply.error);
  return reply.value as RequestReply<Name>;
}

function collectComplaints(browser: Browser): string[] {
  const complaints: string[] = [];
  const own = `chrome-extension://${browser.extensionId}`;
  browser.context.on('console', (message) => {
    const { url } = message.location();
    if (message.type() !== 'error' || !url.startsWith(own) || url.endsWith(NEUTRAL)) return;
    complaints.push(message.text());
  });
  browser.context.on('weberror', (error) => {
    const { stack = '' } = error.error();
    if (stack.includes(own)) complaints.push(stack);
  });
  return complaints;
}
