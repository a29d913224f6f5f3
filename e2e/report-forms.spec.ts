import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test('a page is saved in the forms that reviews, spreadsheets and other tools read', async ({
  monitor,
}, testInfo) => {
  const { page, panel } = await monitor.openPanel('/');
  for (let load = 0; load < 2; load++) await monitor.reload(page, panel);
  await page.goto('about:blank');
  const tab = await monitor.openTab('panel/panel.html');
  // A tab takes its window's size some time after it has opened, and the menu hangs on the button it moves.
  await tab.setViewportSize({ width: 900, height: 700 });
  await tab.getByRole('tabpanel').getByRole('button').first().click();
  await expect(tab.getByRole('region', { name: 'Verdict' })).toBeVisible();
  const save = async (item: string): Promise<string> => {
    const path = testInfo.outputPath(item);
    const downloading = tab.waitForEvent('download');
    await choose(tab, item);
    const download = await downloading;
    await download.saveAs(path);
    await expect(tab.getByRole('status')).toContainText(`Saved ${download.suggestedFilename()}`);
    return readFile(path, 'utf8');
  };

  const markdown = await save('Save as Markdown');
  expect(markdown).toMatch(/^### http:\/\/localhost:\d+\/: /);
  expect(markdown).toContain('| Metric | Baseline | Now | Change | Verdict |');
  await choose(tab, 'Copy as Markdown for a pull request');
  await expect(tab.getByRole('status')).toContainText(/Copied the comparison/);
  const html = await save('Save as a web page');
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).not.toMatch(/<script|src=|href=/);
  expect(await save('Save as JUnit')).toContain('<testcase name="transferSize"');
  const csv = await save('Save as CSV');
  expect(csv.split('\r\n')).toHaveLength(5);
  expect(csv).toMatch(/^visit,startedAt,url,/);
  const { resourceLogs } = JSON.parse(await save('Save Web Vitals as OTLP'));
  expect(resourceLogs[0].scopeLogs[0].logRecords[0].eventName).toBe('browser.web_vital');

  await page.setContent(html);
  await expect(page.getByRole('row', { name: /^LCP/ }).first()).toBeVisible();
});

test("DevTools' network log is given out as HAR without anything secret", async ({ lab, monitor }) => {
  const { page, panel } = await monitor.openPanel('/');
  await page.evaluate(() => (document.cookie = 'session=hunter2'));
  await monitor.reload(page, panel);
  // A download that starts inside DevTools is nobody's: the text is taken where it becomes a file.
  await panel.evaluate(() => {
    const original = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => (document.documentElement.dataset['saved'] = text));
      return original(blob);
    };
  });
  await panel.getByRole('button', { name: 'Report', exact: true }).click();
  await panel.getByRole('button', { name: 'Save the network log as HAR' }).click();
  const saved = (): Promise<string> => panel.evaluate(() => document.documentElement.dataset['saved'] ?? '');
  await expect.poll(saved).toContain('"version": "1.2"');
  const text = await saved();
  expect(text).not.toContain('hunter2');
  const { entries } = (JSON.parse(text) as { log: { entries: Entry[] } }).log;
  expect(entries.map(({ request }) => request.url)).toContain(`${lab.origin}/`);
  for (const { request, _initiator } of entries) {
    expect(request.cookies).toEqual([]);
    expect(_initiator).toEqual(expect.objectContaining({ type: expect.any(String) }));
  }
});

interface Entry {
  readonly request: { readonly url: string; readonly cookies: unknown[] };
  readonly _initiator: unknown;
}

async function choose(tab: Page, item: string): Promise<void> {
  await tab.getByRole('button', { name: 'Report', exact: true }).click();
  await tab.getByRole('button', { name: item }).click();
}
