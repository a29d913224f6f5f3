import type { Locator, Page } from 'playwright';
import type { Browser } from '../../cli/browser.ts';
import { median } from '../../src/domain/statistics.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import { buildVisit } from './build-visits.ts';
import { type Frames, recordFrames } from './record-frames.ts';
import { importVisits } from './seed-store.ts';
import { PLAIN_TABLE } from './serve-pages.ts';

export interface PanelCosts {
  /** From the start of the panel's document until its verdict is on the screen. */
  readonly usable: Milliseconds;
  /** From the hint that follows a commit until the frame that shows the visit. */
  readonly shown: Milliseconds;
  readonly history: Frames;
  readonly resources: Frames;
  /** Of a table of a thousand rows in a page without any script. */
  readonly plain: Frames;
}

export interface PanelGround {
  readonly browser: Browser;
  /** One of the extension's pages, from which messages are sent. */
  readonly sender: Page;
  readonly tabId: number;
  /** URL of the page that the tab shows. */
  readonly url: string;
  /** Key of the page with a thousand changed resources. */
  readonly heavy: string;
}

const REPETITIONS = 7;

/** Visits that are imported to be shown have numbers of their own. */
let visits = 5_000;

export async function measurePanel(ground: PanelGround): Promise<PanelCosts> {
  const usable: Milliseconds[] = [];
  for (let n = 0; n < REPETITIONS; n++) {
    const opened = await openPanel(ground);
    usable.push(
      await opened.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN),
    );
    await opened.close();
  }
  const panel = await openPanel(ground);
  const shown: Milliseconds[] = [];
  for (let n = 0; n < REPETITIONS; n++) shown.push(await measureNewVisit(panel, ground));
  const history = await scrollHistory(panel);
  const resources = await scrollResources(panel, ground.heavy);
  await panel.goto(new URL(PLAIN_TABLE, ground.url).href);
  const plain = await scrollTable(panel);
  await panel.close();
  return { usable: median(usable), shown: median(shown), history, resources, plain };
}

/** Marks the frame in which the overview's verdict can be seen first. */
async function openPanel({ browser, tabId }: PanelGround): Promise<Page> {
  const panel = await browser.context.newPage();
  await panel.setViewportSize({ width: 700, height: 700 });
  await panel.addInitScript(() => {
    const look = (): void => {
      if (document.querySelector('[role="tabpanel"] section')) performance.mark('usable');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await panel.goto(`chrome-extension://${browser.extensionId}/panel/panel.html?tabId=${tabId}`);
  await panel.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  return panel;
}

async function measureNewVisit(panel: Page, { sender, url }: PanelGround): Promise<Milliseconds> {
  const n = ++visits;
  // No other load has this paint: when its number stands on the screen, the load does.
  const lcp = 4_000 + (n % 1_000);
  const shown = panel.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const changes = new BroadcastChannel('changes');
        changes.onmessage = () => {
          changes.close();
          const since = performance.now();
          const look = (): void => {
            if (document.querySelector('[role="tabpanel"]')?.textContent?.includes(text))
              resolve(performance.now() - since);
            else requestAnimationFrame(look);
          };
          look();
        };
      }),
    new Intl.NumberFormat('en-US').format(lcp),
  );
  await importVisits(sender, [buildVisit({ url, n, lcp })]);
  return shown;
}

async function scrollHistory(panel: Page): Promise<Frames> {
  await panel.getByRole('tab', { name: 'History' }).click();
  await panel.locator('summary').last().click();
  return scrollTable(panel);
}

async function scrollResources(panel: Page, heavy: string): Promise<Frames> {
  await panel.getByLabel('Page', { exact: true }).selectOption(heavy);
  await panel.getByRole('tab', { name: 'Why' }).click();
  await panel.getByLabel('Join small ones').uncheck();
  await panel.getByText('1,000 rows').waitFor();
  return scrollTable(panel);
}

async function scrollTable(panel: Page): Promise<Frames> {
  const table = panel.locator('.table-scroll').last();
  await table.scrollIntoViewIfNeeded();
  await table.hover();
  await waitForFrame(panel);
  return recordFrames(panel, () => scroll(panel, table));
}

/** What a click has changed is drawn: its work is not that of the scrolling. */
async function waitForFrame(panel: Page): Promise<void> {
  await panel.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Of a wheel, and how often it is turned each way: as far as a thousand rows go. */
const WHEEL_STEP = 120;
const WHEEL_TURNS = 60;

/** As a hand would: a turn of the wheel for every frame, down and up again. Throws when nothing has moved. */
async function scroll(panel: Page, table: Locator): Promise<void> {
  for (let turn = 0; turn < WHEEL_TURNS; turn++) await turnWheel(panel, WHEEL_STEP);
  const scrolled = await table.evaluate((element) => element.scrollTop);
  if (scrolled < WHEEL_STEP * 10) throw new Error(`the table was scrolled by ${scrolled} pixels only`);
  for (let turn = 0; turn < WHEEL_TURNS; turn++) await turnWheel(panel, -WHEEL_STEP);
}

async function turnWheel(panel: Page, step: number): Promise<void> {
  await panel.mouse.wheel(0, step);
  await panel.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}
