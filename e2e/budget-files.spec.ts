import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

const LIGHTHOUSE_BUDGET = [
  {
    path: '/checkout',
    resourceSizes: [{ resourceType: 'script', budget: 125 }],
    timings: [
      { metric: 'largest-contentful-paint', budget: 2500 },
      { metric: 'speed-index', budget: 3000 },
    ],
    options: { firstPartyHostnames: ['example.com'] },
  },
];

test("another tool's budgets are reviewed before they are added, and written back with what is lost", async ({
  monitor,
}, testInfo) => {
  const tab = await openBudgets(await monitor.openTab('panel/panel.html'));
  const file = testInfo.outputPath('budget.json');
  await writeFile(file, JSON.stringify(LIGHTHOUSE_BUDGET));
  await tab.getByLabel('Budget file to import').setInputFiles(file);
  const review = tab.getByRole('region', { name: 'Import budgets' });
  await expect(review).toContainText('1 budget with 3 limits from budget.json (Lighthouse budget.json)');
  await expect(review).toContainText('Not carried over');
  await review.getByRole('button', { name: 'Add' }).click();
  await expect(tab.getByText('/checkout*')).toBeVisible();

  await tab.getByRole('button', { name: 'Export' }).click();
  const downloading = tab.waitForEvent('download');
  await tab.getByRole('button', { name: 'sitespeed.io' }).click();
  const saved = testInfo.outputPath('sitespeed-budget.json');
  await (await downloading).saveAs(saved);
  expect(JSON.parse(await readFile(saved, 'utf8'))).toHaveProperty('budget');
  await expect(tab.getByRole('region', { name: 'Exported budgets' })).toContainText(
    'sitespeed.io knows exact URLs only',
  );
});

test('a limit on a mark of the page is added by its name', async ({ monitor }) => {
  const tab = await openBudgets(await monitor.openTab('panel/panel.html'));
  await tab.getByRole('button', { name: 'Add budget' }).click();
  await tab.getByRole('button', { name: 'Add limit' }).click();
  await tab.getByLabel('What', { exact: true }).selectOption('user-timing');
  await tab.getByLabel('Amount').fill('300');
  await tab.getByRole('button', { name: 'Save' }).click();
  await expect(tab.getByRole('alert')).toContainText('expected the name of a mark or measure');
  await expect(tab.getByLabel('Name of the mark or measure')).toBeFocused();
  await tab.getByLabel('Name of the mark or measure').fill('hydrated');
  await tab.getByRole('button', { name: 'Save' }).click();
  await expect(tab.getByRole('region', { name: 'New budget' })).toContainText('Timing “hydrated”');
});

test('a limit says what it would have said of the loads there are, while it is typed', async ({
  monitor,
}) => {
  const { page, panel } = await monitor.openPanel('/');
  for (let load = 0; load < 2; load++) await monitor.reload(page, panel);
  await panel.getByRole('tab', { name: 'Budgets' }).click();
  await panel.getByRole('button', { name: 'Add budget' }).click();
  await panel.getByRole('button', { name: 'Add limit' }).click();
  await panel.getByLabel('What', { exact: true }).selectOption('resources:script:any:requests');
  await panel.getByLabel('Amount').fill('0');
  await expect(panel.getByText(/^Over in 3 of 3\sloads$/)).toBeVisible();
  await panel.getByLabel('Whose resources').selectOption('third');
  await expect(panel.getByText(/^Holds in all of 3\sloads$/)).toBeVisible();
  await panel.getByRole('textbox', { name: /^Pages/ }).fill('/elsewhere');
  await expect(panel.getByText(/^Holds in all of/)).toBeHidden();
});

async function openBudgets(tab: Page): Promise<Page> {
  await tab.getByRole('tab', { name: 'Budgets' }).click();
  return tab;
}
