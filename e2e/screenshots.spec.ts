import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.ts';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));

/** Makes the pictures of the README: `npm run screenshots`. */
test('pictures of a planted regression @screenshots', async ({ lab, monitor }) => {
  await mkdir(docs, { recursive: true });
  // The first loads after a start are slow: nothing learns from them.
  for (let visit = 0; visit < 3; visit++) await monitor.browser.page.goto(`${lab.origin}/`);
  const { page, panel } = await monitor.openPanel('/');
  await monitor.reloadUntil(page, panel, 'unchanged');
  lab.setFault('rb-script', { strength: 2 });
  await monitor.reloadUntil(page, panel, 'regressed');

  const tab = await monitor.openTab('panel/panel.html');
  await tab.setViewportSize({ width: 1000, height: 720 });
  await tab.getByRole('tabpanel').getByRole('button').first().click();
  await expect(tab.getByRole('region', { name: 'Verdict' })).toContainText('/js/consent.js');
  await tab.screenshot({ path: `${docs}panel.png` });

  await tab.getByRole('tab', { name: 'Why' }).click();
  await expect(tab.getByRole('tabpanel')).toContainText('/js/consent.js');
  await tab.screenshot({ path: `${docs}why.png` });
  await tab.emulateMedia({ colorScheme: 'dark' });
  await tab.screenshot({ path: `${docs}why-dark.png` });

  await tab.getByRole('tab', { name: 'History' }).click();
  await expect(tab.getByRole('slider')).toBeVisible();
  await tab.screenshot({ path: `${docs}history-dark.png` });
  await tab.emulateMedia({ colorScheme: 'light' });
  await tab.getByRole('tab', { name: 'Budgets' }).click();
  await tab.getByRole('button', { name: 'Edit' }).first().click();
  await tab.screenshot({ path: `${docs}budgets.png` });
  await tab.getByRole('tab', { name: 'Pages' }).click();
  await tab.getByRole('button', { name: /^Baselines of/ }).click();
  await tab.setViewportSize({ width: 400, height: 720 });

  const tabId = await tab.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((candidate) => candidate.url === url)?.id;
  }, page.url());
  const popup = await monitor.openTab(`panel/popup.html?tabId=${tabId}`);
  await popup.setViewportSize({ width: 360, height: 420 });
  await expect(popup.getByRole('heading', { name: '/js/consent.js' })).toBeVisible();
  await popup.screenshot({ path: `${docs}popup.png` });

  // Last, as DevTools writes the size of a window that was resized over it for a moment.
  await tab.bringToFront();
  await tab.screenshot({ path: `${docs}pages-narrow.png` });
});
