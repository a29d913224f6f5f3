import type { Page } from '@playwright/test';
import { Ajv } from 'ajv';
import { readFile, writeFile } from 'node:fs/promises';
import { type Report, serializeReport } from '../src/domain/report.ts';
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
  for (const each of [tab, otherTab]) await openOverview(each);
  await expect(async () => {
    expect(await readScreen(otherTab)).toBe(await readScreen(tab));
  }).toPass();
  const exportedAgain = await saveReport(otherTab, testInfo.outputPath('again.json'));
  expect(await readFile(exportedAgain, 'utf8')).toBe(await readFile(exported, 'utf8'));
  await other.stop();
});

test('a report is taken in by pasting its text, and a large one can be cancelled', async ({
  monitor,
}, testInfo) => {
  const { page, panel } = await monitor.openPanel('/');
  await monitor.reload(page, panel);
  await page.goto('about:blank');
  const tab = await monitor.openTab('panel/panel.html');
  const exported = await saveReport(tab, testInfo.outputPath('exported.json'));
  const text = await readFile(exported, 'utf8');
  const other = await startBrowser({ extensionDir });
  const otherTab = await openExtensionTab(other, 'panel/panel.html');
  await expect(otherTab.getByRole('heading', { name: 'No loads yet' })).toBeVisible();
  await otherTab.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
  await expect(otherTab.getByRole('status')).toContainText(/Imported 2\sloads from pasted report/);

  const large = testInfo.outputPath('large.json');
  await writeFile(large, multiply(text, 1500));
  await importReport(otherTab, large);
  await otherTab.getByRole('status').getByRole('button', { name: 'Cancel' }).click();
  await expect(otherTab.getByRole('status')).toContainText('Cancelled');
  await other.stop();
});

/** The same report with many more loads. */
function multiply(text: string, loads: number): string {
  const report = JSON.parse(text) as Report;
  const [page] = report.pages;
  const [visit] = page?.visits ?? [];
  if (!page || !visit) throw new Error('the report has no load');
  const visits = Array.from({ length: loads }, () => ({ ...visit, visitId: crypto.randomUUID() }));
  return serializeReport({ ...report, pages: [{ ...page, visits }] });
}

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

/** At one width for all: labels that find no room are told otherwise. */
async function openOverview(tab: Page): Promise<void> {
  await tab.setViewportSize({ width: 1000, height: 800 });
  await tab.getByRole('tabpanel').getByRole('button').first().click();
  await expect(tab.getByRole('region', { name: 'Verdict' })).toBeVisible();
  await expect(tab.getByRole('heading', { name: 'Baselines' })).toBeVisible();
}

function readScreen(tab: Page): Promise<string> {
  return tab.getByRole('tabpanel').innerText();
}
