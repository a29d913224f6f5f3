import type { Page } from '@playwright/test';
import { listViolations, overflows } from './accessibility.ts';
import { expect, type Monitor, test } from './fixtures.ts';

const SCREENS = ['Overview', 'Why', 'History', 'Visits', 'Budgets'] as const;
const WIDTHS = [320, 700, 1400] as const;

test('every screen is accessible and fits, light and dark, narrow and wide', async ({ monitor }) => {
  // Thirty looks of a second or two each.
  test.setTimeout(240_000);
  const tab = await openPanelOfLab(monitor);
  for (const colorScheme of ['light', 'dark'] as const) {
    await tab.emulateMedia({ colorScheme });
    for (const screen of SCREENS) {
      await tab.getByRole('tab', { name: screen }).click();
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width, height: 800 });
        const place = `${screen}, ${colorScheme}, ${width} px`;
        expect(await listViolations(tab), place).toEqual([]);
        expect(await overflows(tab), `${place} scrolls sideways`).toBe(false);
      }
    }
  }
});

test('the popup and the options page are accessible', async ({ monitor }) => {
  await openPanelOfLab(monitor);
  for (const path of ['panel/popup.html', 'panel/options.html']) {
    const page = await monitor.openTab(path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await listViolations(page), `${path}, ${colorScheme}`).toEqual([]);
    }
  }
});

test('every screen is reached and left by keyboard alone', async ({ monitor }) => {
  const tab = await openPanelOfLab(monitor);
  await tab.getByRole('tab', { name: 'Overview' }).focus();
  for (const screen of [...SCREENS.slice(1), 'Overview']) {
    await tab.keyboard.press('ArrowRight');
    await expect(tab.getByRole('tab', { name: screen })).toBeFocused();
    await expect(tab.getByRole('tab', { name: screen })).toHaveAttribute('aria-selected', 'true');
  }
});

/** The panel in a tab of its own, on the one page of the lab that has been loaded twice. */
async function openPanelOfLab(monitor: Monitor): Promise<Page> {
  const { page, panel } = await monitor.openPanel('/');
  await monitor.reload(page, panel);
  const tab = await monitor.openTab('panel/panel.html');
  await tab.getByRole('tabpanel').getByRole('button', { name: '/' }).first().click();
  await expect(tab.getByRole('region', { name: 'Verdict' })).toBeVisible();
  return tab;
}
