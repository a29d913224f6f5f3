import { readStoredVisits } from '../../cli/stored-visits.ts';
import { startBrowser } from '../../cli/browser.ts';
import { type PageServer, startPageServer } from '../../bench/agreement/page-server.ts';
import { NETWORK } from '../../bench/agreement/variants/network.ts';
import { classifyProvenance } from '../../src/domain/provenance.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { expect, extensionDir, openExtensionTab, test as base } from '../fixtures.ts';

const PATH = '/third-party-without-tao/';

const test = base.extend<{ server: PageServer }>({
  server: async ({}, use) => {
    const server = await startPageServer(NETWORK);
    await use(server);
    await server.stop();
  },
});

const provenancesOf = (visit: VisitRow | undefined) => visit?.snapshot.resources.map(classifyProvenance);
const restrictedOf = (visit: VisitRow | undefined) =>
  visit?.snapshot.totals.reduce((sum, { restricted }) => sum + restricted, 0);

test('while DevTools is open, its network log tells the sizes the browser hides from the page', async ({
  monitor,
  server,
}) => {
  const { page } = monitor.browser;
  await page.goto(server.origin + PATH);
  const panel = await monitor.browser.openPanel(page);
  await page.reload();
  const findReload = async () =>
    (await readStoredVisits(panel)).find(({ snapshot }) => snapshot.navigation.kind === 'reload');
  await expect
    .poll(async () => provenancesOf(await findReload()))
    .toEqual(['observed', 'network-log', 'network-log']);
  const visit = await findReload();
  expect(restrictedOf(visit)).toBe(0);
  const [document, image, script] = visit?.snapshot.resources ?? [];
  expect(image?.networkLog).toMatchObject({ initiatorType: 'parser', initiatorUrl: server.origin + PATH });
  expect(image?.networkLog?.transferSize).toBeGreaterThan(20_000);
  expect(script?.networkLog?.transferSize).toBeGreaterThan(5_000);
  expect(visit?.snapshot.metrics.transferSize).toBe(
    (document?.transferSize ?? 0) +
      (image?.networkLog?.transferSize ?? 0) +
      (script?.networkLog?.transferSize ?? 0),
  );
});

test('without DevTools they stay hidden, and are shown as such', async ({ server }) => {
  const browser = await startBrowser({ extensionDir });
  await browser.page.goto(server.origin + PATH);
  const tab = await openExtensionTab(browser, 'panel/panel.html');
  const findSettled = async () =>
    (await readStoredVisits(tab)).find(({ snapshot }) => snapshot.settledAt !== undefined);
  await expect
    .poll(async () => provenancesOf(await findSettled()))
    .toEqual(['observed', 'restricted', 'restricted']);
  const visit = await findSettled();
  expect(restrictedOf(visit)).toBe(2);
  expect(visit?.snapshot.metrics.transferSize).toBe(visit?.snapshot.resources[0]?.transferSize);
  await browser.stop();
});
