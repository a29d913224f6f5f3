import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test('the list of pages pins, resets and deletes, and takes each back', async ({ lab, monitor }) => {
  const { page, panel } = await monitor.openPanel('/');
  for (let load = 0; load < 5; load++) await monitor.reload(page, panel);
  await page.goto(`${lab.origin}/article`);
  const tab = await monitor.openTab('panel/panel.html');
  await tab.getByRole('tab', { name: 'Pages' }).click();
  const shop = tab
    .getByRole('listitem')
    .filter({ has: tab.getByRole('button', { name: 'Delete', exact: false }) });
  await expect(shop).toHaveCount(2);
  await expect(tab.getByText(/^\d+\sloads of 2\spages, about /)).toBeVisible();

  await tab.getByRole('button', { name: `Baselines of ${lab.origin}/`, exact: true }).click();
  await tab.getByText('Change').first().click();
  await tab.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect(tab.getByRole('status')).toContainText('Pinned');
  await tab.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(tab.getByRole('status')).toContainText('forgotten');
  await undo(tab);
  await expect(tab.getByRole('status')).toContainText('Taken back');

  await tab.getByRole('button', { name: `Delete ${lab.origin}/`, exact: true }).click();
  await expect(shop).toHaveCount(1);
  await undo(tab);
  await expect(shop).toHaveCount(2);
  await expect(tab.getByText(/pinned/)).toBeVisible();
});

async function undo(tab: Page): Promise<void> {
  await tab.getByRole('status').getByRole('button', { name: 'Undo' }).click();
}
