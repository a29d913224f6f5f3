import { importCopies } from './copies.ts';
import { expect, test } from './fixtures.ts';

test('limits are proposed from the page’s own loads, and set with one click', async ({ monitor }) => {
  const { panel } = await monitor.openPanel('/');
  await importCopies(panel, 12, () => ({ stage: 'final' }));

  await panel.getByRole('tab', { name: 'Budgets' }).click();
  const suggestions = panel.getByRole('region', { name: 'Suggested limits' });
  await expect(suggestions).toContainText('would never have fired');
  await suggestions.getByRole('button', { name: /^Set .* for Load/ }).click();
  const budget = panel.getByRole('region', { name: 'Budget for /' });
  await expect(budget).toContainText('Load');
  await expect(suggestions.getByRole('button', { name: /for Load/ })).toHaveCount(0);

  await suggestions.getByRole('button', { name: 'Strict' }).click();
  await expect(suggestions.getByRole('button', { name: 'Strict' })).toBeDisabled();
  await expect(panel.getByRole('region', { name: 'Strict' })).toContainText('1,250 ms');
  await expect(panel.getByRole('region', { name: 'Default' })).toHaveCount(0);
});
