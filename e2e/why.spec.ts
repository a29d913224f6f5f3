import type { Frame, Page } from '@playwright/test';
import { listViolations, overflows } from './accessibility.ts';
import { openPanelWithCopies } from './copies.ts';
import { expect, type Monitor, test } from './fixtures.ts';
import type { Lab } from '../lab/server.ts';

const PLANTED = '/js/consent.js';

test('a cause that is chosen lights up in every view, and a resource lights up its cause', async ({
  lab,
  monitor,
}) => {
  const panel = await explainPlantedScript(lab, monitor);
  const cause = panel
    .getByRole('list', { name: 'Causes' })
    .getByRole('listitem')
    .filter({ hasText: PLANTED })
    .first();
  const column = panel.getByRole('button', { name: new RegExp(`^Cause \\d+:.*${PLANTED}`) }).first();
  const bars = panel.getByRole('option', { name: new RegExp(`^${PLANTED}`) });
  const row = panel.getByRole('row', { name: new RegExp(PLANTED) });

  await cause.getByRole('button').focus();
  await panel.page().keyboard.press('Enter');
  await expect(cause).toHaveAttribute('aria-current', 'true');
  await expect(column).toHaveAttribute('aria-pressed', 'true');
  await expect(bars).toHaveAttribute('aria-selected', 'true');
  await expect(row).toHaveAttribute('aria-selected', 'true');

  await panel.page().keyboard.press('Escape');
  for (const view of [bars, row]) await expect(view).toHaveAttribute('aria-selected', 'false');

  await row.click();
  await expect(cause).toHaveAttribute('aria-current', 'true');
  await expect(bars).toHaveAttribute('aria-selected', 'true');
  await row.click();
  await expect(cause).not.toHaveAttribute('aria-current');

  await column.focus();
  await panel.page().keyboard.press('Enter');
  await expect(row).toHaveAttribute('aria-selected', 'true');
});

test('the waterfall is read by keyboard alone: a cursor, its numbers, and what it lights up', async ({
  lab,
  monitor,
}) => {
  const panel = await explainPlantedScript(lab, monitor);
  const list = panel.getByRole('listbox', { name: 'Resources of both loads' });
  const { keyboard } = panel.page();
  await list.focus();
  await keyboard.press('ArrowDown');
  await expect(list).toHaveAttribute('aria-activedescendant', 'wf-0');
  await expect(panel.getByRole('columnheader', { name: 'Wait' })).toBeVisible();
  await keyboard.press('End');
  const last = (await list.getByRole('option').count()) - 1;
  await keyboard.press('Enter');
  await expect(list.getByRole('option').nth(last)).toHaveAttribute('aria-selected', 'true');
  await panel.getByText(/^All \d+$/).click();
  await expect.poll(() => list.getByRole('option').count()).toBeGreaterThan(last + 1);
});

test('a script opens in Sources; outside DevTools no such link is offered', async ({ lab, monitor }) => {
  const panel = await explainPlantedScript(lab, monitor);
  const link = { name: `Open ${PLANTED} in Sources` };
  const row = panel.getByRole('row', { name: new RegExp(PLANTED) });
  await row.getByRole('button', link).click();
  await expect.poll(() => readShownPanel(panel.page())).toBe('sources');
  await expect(panel.page().getByRole('tab', { name: 'consent.js' })).toBeVisible();

  const tab = await monitor.openTab('panel/panel.html');
  await tab.getByRole('tabpanel').getByRole('button', { name: '/' }).first().click();
  await tab.getByRole('tab', { name: 'Why' }).click();
  await compareWithFirst(tab);
  await expect(tab.getByRole('row', { name: new RegExp(PLANTED) })).toBeVisible();
  await expect(tab.getByRole('button', link)).toHaveCount(0);
});

test('a thousand changed resources are a table of a few rows, filtered as it is typed', async ({
  monitor,
}) => {
  const tab = await openPanelOfManyChanges(monitor);
  const table = tab.getByRole('grid', { name: 'Resources that changed' });
  await expect(table).toHaveAttribute('aria-rowcount', '1001');
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  await table.focus();
  await tab.keyboard.press('End');
  await expect(table).toHaveAttribute('aria-activedescendant', 'res-999');
  await expect(tab.locator('[aria-rowindex="1001"]')).toBeInViewport();
  await tab.getByLabel('Filter by URL').fill('chunk-99');
  await expect(table).toHaveAttribute('aria-rowcount', '12');
  await tab.getByLabel('Filter by URL').fill('nothing of the kind');
  await expect(tab.getByText('No change fits these filters.')).toBeVisible();
});

test('the explanation is accessible and fits, light and dark, forced colours, narrow and wide', async ({
  monitor,
}) => {
  // Nine looks of a few seconds each at a page of a thousand rows.
  test.setTimeout(240_000);
  const tab = await openPanelOfManyChanges(monitor);
  for (const media of [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { forcedColors: 'active' },
  ] as const) {
    await tab.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
    for (const width of [320, 700, 1400]) {
      await tab.setViewportSize({ width, height: 800 });
      const place = `${JSON.stringify(media)}, ${width} px`;
      expect(await listViolations(tab), place).toEqual([]);
      expect(await overflows(tab), `${place} scrolls sideways`).toBe(false);
    }
  }
});

/** The Why screen in DevTools: a load with a script planted against the one before. */
async function explainPlantedScript(lab: Lab, monitor: Monitor): Promise<Frame> {
  const { page, panel } = await monitor.openPanel('/');
  lab.setFault('rb-script', { strength: 2 });
  await monitor.reload(page, panel);
  await panel.getByRole('tab', { name: 'Why' }).click();
  await compareWithFirst(panel);
  return panel;
}

async function compareWithFirst(panel: Frame | Page): Promise<void> {
  const left = panel.getByLabel('with');
  const first = await left.locator('option').last().getAttribute('value');
  await left.selectOption(first);
  await expect(panel.getByRole('heading', { name: 'Resources that changed' })).toBeVisible();
}

/** A load and a copy of it with a thousand more scripts, compared in a tab of its own. */
async function openPanelOfManyChanges(monitor: Monitor): Promise<Page> {
  const tab = await openPanelWithCopies(monitor, 1, ({ resources, metrics }) => {
    const script = resources.find(({ type }) => type === 'script');
    if (!script) throw new Error('the lab has no script');
    const { origin } = new URL(script.url);
    const chunks = Array.from({ length: 1000 }, (_, index) => ({
      ...script,
      url: `${origin}/assets/chunk-${index}.js`,
      // Not small: many small ones of a directory are one row.
      transferSize: 50_000 + index,
      encodedSize: 50_000 + index,
      renderBlocking: false,
    }));
    const largestContentfulPaint = (metrics.largestContentfulPaint ?? 0) + 400;
    return { resources: [...resources, ...chunks], metrics: { ...metrics, largestContentfulPaint } };
  });
  await tab.getByRole('tab', { name: 'Why' }).click();
  await compareWithFirst(tab);
  return tab;
}

/** The panel that the DevTools window shows. As text, because its modules exist there only. */
function readShownPanel(window: Page): Promise<string> {
  return window.evaluate<string>(
    `import('./ui/legacy/legacy.js').then(({ InspectorView }) =>
      InspectorView.InspectorView.instance().tabbedPane.selectedTabId)`,
  );
}
