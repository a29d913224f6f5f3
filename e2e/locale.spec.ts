import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowser } from '../cli/browser.ts';
import { expect, extensionDir, openExtensionTab, test } from './fixtures.ts';

test('the pages speak German where the browser does', async ({}, testInfo) => {
  // Which language packs a browser has differs; an extension without English speaks German in all of them.
  const german = testInfo.outputPath('extension');
  await cp(extensionDir, german, { recursive: true });
  await rm(join(german, '_locales/en'), { recursive: true });
  const path = join(german, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...manifest, default_locale: 'de' }));

  const browser = await startBrowser({ extensionDir: german });
  const options = await openExtensionTab(browser, 'panel/options.html');
  await expect(options.getByRole('heading', { name: 'Wie viel behalten wird' })).toBeVisible();
  await expect(options).toHaveTitle('Performance Budget Monitor: Einstellungen');
  expect(await options.evaluate(() => document.documentElement.lang)).toBe('de');
  const panel = await openExtensionTab(browser, 'panel/panel.html');
  await expect(panel.getByRole('tab', { name: 'Verlauf' })).toBeVisible();
  await browser.stop();
});
