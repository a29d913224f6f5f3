import { readFile } from 'node:fs/promises';
import { killWorker } from '../bench/soak/kill-worker.ts';
import type { Budget } from '../src/domain/budget.ts';
import { PROTOCOL_VERSION } from '../src/protocol/messages.ts';
import { expect, test } from './fixtures.ts';

/** The first takes the place of the default budget, which a busy machine breaks; the second is broken by every load. */
const BUDGETS: readonly Budget[] = [
  { id: 'none', name: 'No limits', pattern: '*', replacesEarlier: true, limits: [] },
  {
    id: 'requests',
    name: 'No requests',
    pattern: '/',
    limits: [{ type: 'absolute', target: { kind: 'metric', metric: 'requests' }, max: 0 }],
  },
];

test('with DevTools closed, badge and popup say what is wrong with the tab, also after the worker died', async ({
  lab,
  monitor,
}, testInfo) => {
  const { page } = monitor.browser;
  const sender = await monitor.openTab('panel/options.html');
  for (const argument of BUDGETS) {
    const message = { protocol: PROTOCOL_VERSION, request: 'saveBudget', argument };
    await sender.evaluate((envelope) => chrome.runtime.sendMessage(envelope), message);
  }
  const badge = (): Promise<string> => monitor.badgeText(page);
  await page.bringToFront();
  await page.goto(`${lab.origin}/`);
  await expect.poll(badge).toBe('1');
  await page.goto(`${lab.origin}/article`);
  await expect.poll(badge).toBe('');
  await page.goto(`${lab.origin}/`);
  await expect.poll(badge).toBe('1');

  await killWorker(monitor.browser, sender);
  await sender.bringToFront();
  await page.bringToFront();
  await expect.poll(badge).toBe('1');

  const tabId = await sender.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === url)?.id;
  }, page.url());
  const popup = await monitor.openTab(`panel/popup.html?tabId=${tabId}`);
  await expect(popup.getByText('One breach.')).toBeVisible();
  await expect(popup.getByRole('listitem')).toContainText('Over budget');
  const downloading = popup.waitForEvent('download');
  await popup.getByRole('button', { name: 'Export' }).click();
  const path = testInfo.outputPath('exported.json');
  await (await downloading).saveAs(path);
  const report = JSON.parse(await readFile(path, 'utf8')) as { pages: { key: string }[] };
  expect(report.pages.map(({ key }) => key)).toEqual([`${lab.origin}/`]);
});
