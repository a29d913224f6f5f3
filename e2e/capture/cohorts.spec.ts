import type { Page } from '@playwright/test';
import { type Browser, startBrowser } from '../../cli/browser.ts';
import { readStoredVisits } from '../../cli/stored-visits.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { expect, extensionDir, test } from '../fixtures.ts';

async function waitForVisits(browser: Browser, count: number): Promise<VisitRow[]> {
  const worker = await browser.serviceWorker();
  const read = async () =>
    (await readStoredVisits(worker)).filter(({ snapshot }) => snapshot.settledAt !== undefined);
  await expect.poll(async () => (await read()).length).toBe(count);
  return read();
}

test('loads over a throttled network, and in another viewport, are no loads of the same cohort', async ({
  lab,
}) => {
  const browser = await startBrowser({ extensionDir });
  const { page } = browser;
  await page.goto(lab.origin);
  await waitForVisits(browser, 1);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562.5,
    downloadThroughput: 180_000,
    uploadThroughput: 84_375,
  });
  await page.reload();
  await waitForVisits(browser, 2);
  const told = await page.evaluate(readEffectiveType);
  await session.detach();
  await page.setViewportSize({ width: 600, height: 800 });
  await page.reload();
  const [first, throttled, narrow] = await waitForVisits(browser, 3);
  await browser.stop();
  expect(first?.judgement.cohort).not.toMatch(/narrow|3g/);
  // Chromium 150 does not tell a page that it is throttled, and what no page can see is no cohort.
  expect(['3g', '4g']).toContain(told);
  expect(throttled?.judgement.cohort.endsWith('/3g')).toBe(told === '3g');
  expect(narrow?.judgement.cohort).toMatch(/\/narrow$/);
});

function readEffectiveType(): string | undefined {
  return (navigator as { connection?: { effectiveType: string } }).connection?.effectiveType;
}

test('a load with “Disable cache” is not judged and says why; the next one without it is', async ({
  monitor,
}) => {
  const { page, panel } = await monitor.openPanel('/');
  await setDisableCache(page, true);
  await monitor.reload(page, panel);
  await expect(panel.getByRole('region', { name: 'Verdict' })).toContainText('Cache disabled');
  await setDisableCache(page, false);
  const { judgement } = await monitor.reload(page, panel);
  expect(judgement.excluded).not.toContain('cache-disabled');
  await expect(panel.getByRole('region', { name: 'Verdict' })).not.toContainText('Cache disabled');
});

/** The setting of the DevTools window itself, as its checkbox in the network panel sets it. */
async function setDisableCache(page: Page, isDisabled: boolean): Promise<void> {
  const devTools = page
    .context()
    .pages()
    .find((other) => other.url().startsWith('devtools://'));
  await devTools?.evaluate(`import('./core/common/common.js').then(({ Settings }) =>
    Settings.Settings.instance().moduleSetting('cache-disabled').set(${isDisabled}))`);
}
