import { readStoredVisits } from '../cli/stored-visits.ts';
import { expect, test } from './fixtures.ts';

test('verify reloads until the verdict stands, waits for every load, and can be cancelled', async ({
  monitor,
}) => {
  const { page, panel } = await monitor.openPanel('/');
  await monitor.reload(page, panel);
  const news = panel.getByRole('status');
  const before = (await readStoredVisits(panel)).length;

  await panel.getByRole('button', { name: 'Verify' }).click();
  await expect(news).toContainText(/Verifying: load\s2/);
  await news.getByRole('button', { name: 'Cancel' }).click();
  await expect(news).not.toContainText('Verifying');
  await expect(panel.getByRole('button', { name: 'Verify' })).toBeEnabled();

  await panel.getByRole('button', { name: 'Verify' }).click();
  await expect(news).toContainText(/After\s\d+\sloads:/, { timeout: 60_000 });
  const visits = (await readStoredVisits(panel)).slice(before);
  expect(visits.length).toBeLessThanOrEqual(12);
  expect(visits.at(-1)?.judgement.metrics.firstContentfulPaint?.verdict).not.toBe('needs-more-loads');
});
