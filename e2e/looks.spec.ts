import type { Page } from '@playwright/test';
import { listViolations, overflows } from './accessibility.ts';
import { expect, type Monitor, test } from './fixtures.ts';

const SCREENS = ['Overview', 'Why', 'History', 'Visits', 'Budgets', 'Pages'] as const;
const WIDTHS = [320, 700, 1400] as const;

/** Themes are checked for contrast; in forced colours the system has chosen, and what is drawn must still be there. */
const THEMES = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

test('every screen is accessible and fits, in every theme, narrow and wide', async ({ monitor }) => {
  // Fifty-four looks of a second or two each.
  test.setTimeout(240_000);
  const tab = await openPanelOfLab(monitor);
  for (const { name, ...media } of THEMES) {
    await tab.emulateMedia(media);
    for (const screen of SCREENS) {
      await tab.getByRole('tab', { name: screen }).click();
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width, height: 800 });
        const place = `${screen}, ${name}, ${width} px`;
        expect(await listViolations(tab), place).toEqual([]);
        expect(await overflows(tab), `${place} scrolls sideways`).toBe(false);
      }
    }
  }
});

test('the popup, the options and the first steps are accessible and fit', async ({ monitor }) => {
  await openPanelOfLab(monitor);
  for (const path of ['panel/popup.html', 'panel/options.html', 'panel/welcome.html']) {
    const page = await monitor.openTab(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const { name, ...media } of THEMES) {
      await page.emulateMedia(media);
      for (const width of [320, 1400]) {
        await page.setViewportSize({ width, height: 700 });
        const place = `${path}, ${name}, ${width} px`;
        expect(await listViolations(page), place).toEqual([]);
        expect(await overflows(page), `${place} scrolls sideways`).toBe(false);
      }
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
