import type { Page } from '@playwright/test';
import { openPanelWithCopies } from './copies.ts';
import { expect, type Monitor, test } from './fixtures.ts';

/** More than the panel reads for its other screens. */
const LOADS = 90;
const SLOW_FROM = 70;

test('a regression is accepted as the new baseline, and that is taken back', async ({ monitor }) => {
  const tab = await openPanelWithHistory(monitor);
  const accept = tab.getByRole('button', { name: 'Accept as new baseline' });
  const verdict = tab.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('LCP');
  await accept.click();
  await expect(accept).toBeHidden();
  await expect(verdict).toContainText('All good');
  await tab.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(accept).toBeVisible();
  await expect(verdict).toContainText(/LCP \+\d+\sms/);
});

test('two loads of a history are compared by keyboard alone, also those long past', async ({ monitor }) => {
  const tab = await openPanelWithHistory(monitor);
  await tab.getByRole('tab', { name: 'Overview' }).focus();
  await tab.keyboard.press('ArrowRight');
  await tab.keyboard.press('ArrowRight');
  const chart = tab.getByRole('slider', { name: /^LCP by load/ });
  await expect(chart).toHaveAttribute('aria-valuemax', String(LOADS + 1));
  await chart.focus();
  await expect(chart).toHaveAttribute('aria-valuetext', /Regressed/);
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Home');
  await tab.keyboard.press('ArrowRight');
  await expect(chart).toHaveAttribute('aria-valuenow', '2');
  await tab.keyboard.press('Enter');
  await expect(tab.getByRole('tab', { name: 'Why' })).toHaveAttribute('aria-selected', 'true');
  await expect(tab.getByRole('heading', { level: 1 })).toContainText(/LCP \+\d+\sms/);

  await tab.getByRole('tab', { name: 'History' }).click();
  await tab.getByText('As a table').click();
  const opened = tab.getByRole('row', { name: /Regression opened/ });
  await expect(opened).toHaveCount(1);
  expect(await tab.getByRole('row').count()).toBeLessThan(LOADS);
  await tab.getByRole('region', { name: 'Loads' }).press('End');
  await expect(tab.locator(`tr[aria-rowindex="${LOADS + 2}"]`)).toBeVisible();
});

test('a deleted page comes back', async ({ monitor }) => {
  const tab = await openPanelWithHistory(monitor);
  await tab.reload();
  await tab.getByRole('button', { name: /^Delete/ }).click();
  await expect(tab.getByRole('heading', { name: 'No loads yet' })).toBeVisible();
  await tab.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(tab.getByRole('tabpanel')).toContainText(/91\sloads/);
});

/** A load of the lab, and after it copies with times of their own, the same on every machine; LCP rises at one of them. */
function openPanelWithHistory(monitor: Monitor): Promise<Page> {
  return openPanelWithCopies(monitor, LOADS, ({ metrics }, index) => ({
    metrics: {
      transferSize: metrics.transferSize,
      requests: metrics.requests,
      timeToFirstByte: 60,
      firstContentfulPaint: 400,
      largestContentfulPaint: (index < SLOW_FROM ? 600 : 900) + (index % 7) * 10,
    },
  }));
}
