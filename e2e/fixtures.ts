import { type Frame, type Page, test as base, expect } from '@playwright/test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, startBrowser } from '../cli/browser.ts';
import { readStoredVisits } from '../cli/stored-visits.ts';
import { type Lab, startLab } from '../lab/server.ts';
import type { Verdict } from '../src/domain/verdict.ts';
import type { VisitRow } from '../src/store/schema.ts';
import { speakOnly } from './speak-only.ts';

export const extensionDir = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist/extension');

/** More loads than any rule needs to be sure of a change of the size the lab plants. */
const MOST_LOADS = 24;

export interface Monitor {
  readonly browser: Browser;
  /** Loads a page of the lab, opens the real DevTools panel on it, and waits until the load has been judged. */
  openPanel(path: string): Promise<{ page: Page; panel: Frame }>;
  /** Opens one of the extension's pages as an ordinary tab. */
  openTab(path: string): Promise<Page>;
  /** Reloads and waits until the new visit has been judged. */
  reload(page: Page, panel: Frame | Page): Promise<VisitRow>;
  /** Reloads until the first contentful paint, which blocking scripts hold up, has this verdict. */
  reloadUntil(page: Page, panel: Frame | Page, verdict: Verdict): Promise<VisitRow>;
  /** Sends a message to the worker as the content script of the first tab would. */
  sendFromPage(message: unknown): Promise<unknown>;
  /** Text of the toolbar badge on the tab that shows this page. */
  badgeText(page: Page): Promise<string>;
}

/**
 * Test-scoped: a lab, and a browser with an empty profile. Console errors of our own pages fail the test. With a
 * `language` the extension speaks that one whatever the browser does.
 */
export const test = base.extend<{ lab: Lab; language: string | undefined; monitor: Monitor }>({
  language: [undefined, { option: true }],
  lab: async ({}, use) => {
    const lab = await startLab();
    await use(lab);
    await lab.stop();
  },
  monitor: async ({ lab, language }, use, testInfo) => {
    const folder =
      language === undefined ? extensionDir : await speakOnly(language, testInfo.outputPath('extension'));
    const browser = await startBrowser({
      extensionDir: folder,
      devtools: true,
      ...(language !== undefined && { locale: language }),
    });
    const complaints = collectComplaints(browser);
    await use(createMonitor(browser, lab));
    await browser.stop();
    expect(complaints).toEqual([]);
  },
});

export { expect };

function createMonitor(browser: Browser, lab: Lab): Monitor {
  const reload = async (page: Page, panel: Frame | Page): Promise<VisitRow> => {
    await page.reload();
    return judgedVisit(page, panel);
  };
  return {
    browser,
    openPanel: async (path) => {
      await browser.page.goto(lab.origin + path);
      const panel = await browser.openPanel(browser.page);
      await judgedVisit(browser.page, panel);
      return { page: browser.page, panel };
    },
    openTab: (path) => openExtensionTab(browser, path),
    reload,
    reloadUntil: async (page, panel, verdict) => {
      const seen: string[] = [];
      while (seen.length < MOST_LOADS) {
        const visit = await reload(page, panel);
        const metric = visit.judgement.metrics.firstContentfulPaint;
        seen.push(metric?.verdict ?? visit.judgement.excluded.join(' '));
        if (metric?.verdict === verdict) return visit;
      }
      throw new Error(`expected the verdict ${verdict}, got ${seen.join(', ')}`);
    },
    sendFromPage: (message) => sendFromContentScript(browser, message),
    badgeText: async (page) => {
      const worker = await browser.serviceWorker();
      const url = page.url();
      return worker.evaluate(async (wanted) => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find((candidate) => candidate.url === wanted);
        return tab?.id === undefined ? '' : chrome.action.getBadgeText({ tabId: tab.id });
      }, url);
    },
  };
}

/** The visit of the load the page shows now, once it has settled: told from other visits by when it began. */
async function judgedVisit(page: Page, panel: Frame | Page): Promise<VisitRow> {
  const timeOrigin = await page.evaluate(() => performance.timeOrigin);
  const find = async () =>
    (await readStoredVisits(panel)).find(
      ({ snapshot }) => Math.abs(snapshot.startedAt - timeOrigin) < 1 && snapshot.settledAt,
    );
  await expect.poll(find, { message: 'the load is stored and judged' }).toBeTruthy();
  return (await find()) as VisitRow;
}

export async function openExtensionTab(browser: Browser, path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
  return page;
}

/** The isolated world of the content script is one of the page's execution contexts: CDP can run code in it. */
async function sendFromContentScript(browser: Browser, message: unknown): Promise<unknown> {
  const session = await browser.context.newCDPSession(browser.page);
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const isolated = contexts.find(({ origin }) => origin === `chrome-extension://${browser.extensionId}`);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
    ...(isolated && { contextId: isolated.id }),
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return result.value;
}

/** What our pages and worker wrote to the console as an error, or threw. */
function collectComplaints(browser: Browser): string[] {
  const complaints: string[] = [];
  const own = `chrome-extension://${browser.extensionId}`;
  browser.context.on('console', (message) => {
    if (message.type() === 'error' && message.location().url.startsWith(own)) complaints.push(message.text());
  });
  browser.context.on('weberror', (error) => complaints.push(error.error().message));
  return complaints;
}
