import type { Page } from '@playwright/test';
import { Ajv } from 'ajv';
import { readFile, writeFile } from 'node:fs/promises';
import { startBrowser } from '../cli/browser.ts';
import { expect, extensionDir, openExtensionTab, test } from './fixtures.ts';

const schemaFile = new URL('../schema/report.schema.json', import.meta.url);

test('an exported report validates against the published schema and makes the same screen in an empty profile', async ({
  monitor,
}, testInfo) => {
  const { page, panel } = await monitor.openPanel('/');
  await monitor.reload(page, panel);
  await monitor.reload(page, panel);
  await page.goto('about:blank');
  const tab = await monitor.openTab('panel/panel.html');
  const exported = await saveReport(tab, testInfo.outputPath('exported.json'));

  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    JSON.parse(await readFile(schemaFile, 'utf8')),
  );
  expect(validate(JSON.parse(await readFile(exported, 'utf8'))), JSON.stringify(validate.errors)).toBe(true);

  const other = await startBrowser({ extensionDir });
  const otherTab = await openExtensionTab(other, 'panel/panel.html');
  await expect(otherTab.getByRole('heading', { name: 'No loads yet' })).toBeVisible();
  await importReport(otherTab, exported);
  expect(await readOverview(otherTab)).toBe(await readOverview(tab));
  const exportedAgain = await saveReport(otherTab, testInfo.outputPath('again.json'));
  expect(await readFile(exportedAgain, 'utf8')).toBe(await readFile(exported, 'utf8'));
  await other.stop();
});

test('a broken report is refused with one line that says where it is broken, and changes nothing', async ({
  monitor,
}, testInfo) => {
  const tab = await monitor.openTab('panel/panel.html');
  const broken = testInfo.outputPath('broken.json');
  await writeFile(broken, '{ "version": 1, "pages": [');
  await importReport(tab, broken);
  await expect(tab.getByRole('status')).toContainText('broken.json: expected JSON, got');
  await expect(tab.getByRole('heading', { name: 'No loads yet' })).toBeVisible();
});

async function saveReport(tab: Page, path: string): Promise<string> {
  const downloading = tab.waitForEvent('download');
  await tab.getByRole('button', { name: 'Report', exact: true }).click();
  await tab.getByRole('button', { name: 'Save all pages as JSON' }).click();
  await (await downloading).saveAs(path);
  return path;
}

async function importReport(tab: Page, path: string): Promise<void> {
  await tab.getByLabel('Report to import').setInputFiles(path);
}

async function readOverview(tab: Page): Promise<string> {
  await tab.getByRole('tabpanel').getByRole('button').first().click();
  await expect(tab.getByRole('region', { name: 'Verdict' })).toBeVisible();
  await expect(tab.getByRole('heading', { name: 'Baselines' })).toBeVisible();
  return tab.getByRole('tabpanel').innerText();
}
