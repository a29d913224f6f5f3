import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** More stops than any screen has: what is not reached within them is not reached. */
const MOST_STOPS = 80;

test('a budget is added, a baseline pinned and a report saved by keyboard alone', async ({ monitor }) => {
  const { page, panel } = await monitor.openPanel('/');
  await monitor.reload(page, panel);
  await page.goto('about:blank');
  const tab = await monitor.openTab('panel/panel.html');
  await expect(tab.getByRole('heading', { name: 'Pages' })).toBeVisible();

  await reach(tab, /^Overview$/);
  for (let step = 0; step < 4; step++) await tab.keyboard.press('ArrowRight');
  await reach(tab, /^Add budget$/);
  await tab.keyboard.press('Enter');
  await reach(tab, /^Name$/);
  await tab.keyboard.press('ControlOrMeta+A');
  await tab.keyboard.type('Typed');
  await reach(tab, /^Add limit$/);
  await tab.keyboard.press('Enter');
  await reach(tab, /^Amount$/);
  await tab.keyboard.type('2500');
  await tab.keyboard.press('Enter');
  await expect(tab.getByRole('heading', { name: 'Typed' })).toBeVisible();

  await reach(tab, /^Budgets$/);
  await tab.keyboard.press('ArrowRight');
  await reach(tab, /^Baselines of /);
  await tab.keyboard.press('Space');
  await reach(tab, /^Change/);
  await tab.keyboard.press('Enter');
  await reach(tab, /^Pin$/);
  await tab.keyboard.press('Enter');
  await expect(tab.getByRole('status')).toContainText('Pinned');

  await reach(tab, /^Report$/);
  await tab.keyboard.press('Enter');
  await reach(tab, /^Save all pages as JSON$/);
  const downloading = tab.waitForEvent('download');
  await tab.keyboard.press('Enter');
  expect((await downloading).suggestedFilename()).toBe('budget-report-all-pages.json');
});

/** Presses Tab until the element with this name has the focus. */
async function reach(tab: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const focused = await tab.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const label = (element as HTMLInputElement | null)?.labels?.[0]?.querySelector('span');
      return (element?.ariaLabel ?? label?.textContent ?? element?.textContent ?? '').trim();
    });
    if (name.test(focused)) return;
    seen.push(focused.slice(0, 30));
    await tab.keyboard.press('Tab');
  }
  throw new Error(`expected the focus on ${name}, got ${seen.join(' | ')}`);
}
