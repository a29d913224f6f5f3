import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { findExtension } from '../../cli/measure/extension-dir.ts';
import { readStoredVisits } from '../../cli/stored-visits.ts';
import { waitFor } from '../../cli/wait-for.ts';
import { PROTOCOL_VERSION, type RequestName, type RequestReply } from '../../src/protocol/messages.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { type RawBrowser, startRawBrowser } from './raw-browser.ts';
import type { RawTab } from './raw-tab.ts';
import { readStore, type StoreContent } from './read-store.ts';
import { type Site, startSite } from './site.ts';

/** A site and a profile that outlives its browsers. */
export interface RawGround {
  readonly site: Site;
  readonly userDataDir: string;
  /** Starts a browser on the profile; the one before must have ended. */
  readonly start: () => Promise<RawLife>;
}

/** One life of the browser. */
export interface RawLife {
  readonly browser: RawBrowser;
  /** A page of the extension without a line of ours in it. */
  readonly inside: RawTab;
  readonly ask: <Name extends RequestName>(request: Name) => Promise<RequestReply<Name>>;
  readonly readVisits: () => Promise<VisitRow[]>;
  readonly readStore: () => Promise<StoreContent>;
  readonly waitForQueue: () => Promise<void>;
}

export async function onRawGround<Result>(
  work: (ground: RawGround) => Promise<Result>,
  extensionDir = findExtension(),
): Promise<Result> {
  const site = await startSite();
  const userDataDir = await mkdtemp(join(tmpdir(), 'pbm-raw-'));
  let browser: RawBrowser | undefined;
  try {
    return await work({
      site,
      userDataDir,
      async start() {
        browser = await startRawBrowser({ extensionDir, userDataDir });
        return enter(browser);
      },
    });
  } finally {
    await browser?.stop();
    await site.stop();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function enter(browser: RawBrowser): Promise<RawLife> {
  const inside = await browser.openTab(`chrome-extension://${browser.extensionId}/icons/16.png`);
  const page = asPage(inside);
  return {
    browser,
    inside,
    async ask(request) {
      const message = JSON.stringify({ protocol: PROTOCOL_VERSION, request });
      const reply = await inside.evaluate<{ ok: boolean; value: never; error: string }>(
        `chrome.runtime.sendMessage(${message})`,
      );
      if (!reply.ok) throw new Error(reply.error);
      return reply.value;
    },
    readVisits: () => readStoredVisits(page),
    readStore: () => readStore(page),
    async waitForQueue() {
      await waitFor(async () => ((await readStore(page)).queue === 0 ? true : undefined), {
        what: 'an empty queue',
      });
    },
  };
}

/** Those who look into the storage ask a page of Playwright's for one thing only. */
function asPage(tab: RawTab): Page {
  const evaluate = (task: (argument: unknown) => unknown, argument?: unknown) =>
    tab.evaluate(`(${task.toString()})(${JSON.stringify(argument) ?? ''})`);
  return { evaluate } as unknown as Page;
}
