import { expect, test } from '@playwright/test';
import { type PageServer, startPageServer } from '../../bench/agreement/page-server.ts';
import { readStoredVisits } from '../../bench/agreement/stored-visits.ts';
import { PAINTS } from '../../bench/agreement/variants/paints.ts';
import { type Chromium, startChromium } from '../../bench/capture/start-chromium.ts';
import { classifyCohort } from '../../src/domain/cohort.ts';
import { extensionDir } from '../fixtures.ts';

/**
 * An extension named on the command line is installed anew at each start, and never told of one; an unpacked one that
 * is to stay needs developer mode.
 */
async function install({ browser, openTab }: Chromium): Promise<void> {
  const extensions = await openTab('chrome://extensions/');
  const page = await extensions.session();
  const setMode = 'chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })';
  await expect
    .poll(async () => {
      const answer = await page.send('Runtime.evaluate', { expression: setMode, awaitPromise: true });
      return answer.exceptionDetails === undefined;
    })
    .toBe(true);
  const send = browser.send as unknown as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.loadUnpacked', { path: extensionDir });
  await extensions.close();
}

/** Loads a page in a new tab, and gives what is stored of it, load by load, once there are so many. */
async function load({ openTab, worker }: Chromium, server: PageServer, loads: number): Promise<boolean[]> {
  const url = `${server.origin}/text/`;
  await openTab(url);
  const session = await worker();
  const read = async () =>
    (await readStoredVisits(session, url)).map(({ snapshot }) => classifyCohort(snapshot).afterBrowserStart);
  await expect.poll(async () => (await read()).length).toBe(loads);
  return read();
}

test('the first load after the browser was started is told from those that follow', async ({}, testInfo) => {
  const profile = testInfo.outputPath('profile');
  const server = await startPageServer(PAINTS);
  const options = { profile, args: ['--enable-unsafe-extension-debugging'] };

  const first = await startChromium(options);
  await install(first);
  expect(await load(first, server, 1)).toEqual([false]);
  await first.stop();

  const second = await startChromium(options);
  expect(await load(second, server, 2)).toEqual([false, true]);
  expect(await load(second, server, 3)).toEqual([false, true, false]);
  await second.stop();
  await server.stop();
});
