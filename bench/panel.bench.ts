import { join } from 'node:path';
import { startBrowser } from '../cli/browser.ts';
import { readStoredVisits } from '../cli/stored-visits.ts';
import { waitFor } from '../cli/wait-for.ts';
import { buildHeavyPage, buildTemplate } from './panel/build-visits.ts';
import { measurePanel, type PanelCosts } from './panel/measure-panel.ts';
import { importVisits, seedStore } from './panel/seed-store.ts';
import { servePages } from './panel/serve-pages.ts';

/**
 * Does the panel stay quick when a lot is stored? Until its verdict is on the screen after opening, until a new visit
 * is shown after its commit, and the frames while a history and a table of a thousand resources scroll,
 * beside those of a table in a page without any script: how many were dropped, how many were drawn in time with the rows
 * of the frame before, and the longest task.
 *
 *     npm run bench panel
 *
 * 300 loads of a page are the most that is kept, so that the largest size is spread over more pages.
 */
const SIZES = [
  { snapshots: 1_000, pages: 10 },
  { snapshots: 10_000, pages: 100 },
  { snapshots: 50_000, pages: 200 },
] as const;

const HEADINGS = ['snapshots', 'usable', 'new visit', 'history', 'resources', 'plain table'] as const;

const site = await servePages();
const browser = await startBrowser({ extensionDir: join(import.meta.dirname, '../extension') });
const sender = await browser.context.newPage();
await sender.goto(`chrome-extension://${browser.extensionId}/panel/welcome.html`);
const template = `${site.origin}/template`;
await importVisits(sender, buildTemplate(template));
const heavy = `${site.origin}/heavy`;
await importVisits(sender, buildHeavyPage(heavy));

const url = `${site.origin}/page-1`;
await browser.page.bringToFront();
await browser.page.goto(url);
await waitFor(async () => (await readStoredVisits(sender)).some(({ page }) => page === url), {
  what: 'the visit of the inspected tab',
});
const tabId = await sender.evaluate(async (wanted) => {
  const tabs = await chrome.tabs.query({});
  return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
}, url);

console.log(HEADINGS.map((heading) => heading.padStart(28)).join(' | '));
let first: PanelCosts | undefined;
for (const { snapshots, pages } of SIZES) {
  await seedStore(sender, { template, origin: site.origin, pages, visitsPerPage: snapshots / pages });
  const costs = await measurePanel({ browser, sender, tabId, url, heavy });
  first ??= costs;
  console.log(
    [`${snapshots} on ${pages} pages`, ...formatCosts(costs, first)]
      .map((cell) => cell.padStart(28))
      .join(' | '),
  );
}
await browser.stop();
site.stop();

/** A time, and how many times as long it took with the smallest store. */
function formatCosts({ usable, shown, history, resources, plain }: PanelCosts, least: PanelCosts): string[] {
  const time = (value: number, before: number): string =>
    `${value.toFixed(0)} ms (${(value / before).toFixed(2)}x)`;
  const frames = ({ drawn, dropped, partial, longestTask }: PanelCosts['history']): string =>
    `${dropped}, ${partial} of ${drawn + dropped + partial}, ${longestTask.toFixed(1)} ms`;
  return [
    time(usable, least.usable),
    time(shown, least.shown),
    frames(history),
    frames(resources),
    frames(plain),
  ];
}
