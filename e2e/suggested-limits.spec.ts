import type { Frame } from '@playwright/test';
import { readStoredVisits } from '../cli/stored-visits.ts';
import type { Snapshot } from '../src/domain/snapshot.ts';
import { listNamedFrames } from './copies.ts';
import { expect, test } from './fixtures.ts';

test('limits are proposed from the page’s own loads, and set with one click', async ({ monitor }) => {
  const { panel } = await monitor.openPanel('/');
  const [visit] = await readStoredVisits(panel);
  const { snapshot } = visit ?? {};
  if (!snapshot) throw new Error('expected a stored load');
  await importLoads(
    panel,
    Array.from({ length: 12 }, (_, index) => withLoad(snapshot, index)),
  );

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

/** Equal loads, one a second. */
function withLoad(snapshot: Snapshot, index: number): Snapshot {
  const visitId = `33333333-3333-4333-8333-${String(index).padStart(12, '0')}`;
  const startedAt = snapshot.startedAt + 1000 * index;
  return { ...snapshot, visitId, stage: 'final', startedAt, longFrames: listNamedFrames(snapshot) };
}

async function importLoads(panel: Frame, visits: readonly Snapshot[]): Promise<void> {
  const reply = await panel.evaluate(
    (argument) => chrome.runtime.sendMessage({ protocol: 1, request: 'importVisits', argument }),
    visits,
  );
  expect(reply).toMatchObject({ ok: true, value: { imported: visits.length } });
}
