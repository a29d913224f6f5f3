import type { VisitRow } from '../src/store/schema.ts';
import { expect, test } from './fixtures.ts';

test('a reload appears by itself; a planted script becomes a regression with its cause; taking it out resolves it', async ({
  lab,
  monitor,
}) => {
  // Some twenty loads of three seconds: a fix is believed as slowly as a regression.
  test.setTimeout(300_000);
  const { page, panel } = await monitor.openPanel('/');
  const verdict = panel.getByRole('region', { name: 'Verdict' });

  await monitor.reload(page, panel);
  await expect(verdict.getByRole('heading')).toContainText(/learning|1 of 5/i);

  await monitor.reloadUntil(page, panel, 'unchanged');
  await expect(verdict.getByRole('heading')).not.toContainText('since the baseline');
  await expect.poll(() => monitor.badgeText(page)).toBe('');

  lab.setFault('rb-script', { strength: 2 });
  await monitor.reloadUntil(page, panel, 'regressed');
  await expect(verdict).toContainText('/js/consent.js');
  await expect.poll(() => monitor.badgeText(page)).toMatch(/^▲[1-9]/);

  await panel.getByRole('tab', { name: 'Why' }).click();
  await expect(panel.getByRole('tabpanel')).toContainText('render-blocking');
  await panel.getByRole('tab', { name: 'Overview' }).click();

  lab.setFault(undefined);
  const isRegressed = (visit: VisitRow) =>
    Object.values(visit.judgement.metrics).some(({ verdict }) => verdict === 'regressed');
  let visit = await monitor.reload(page, panel);
  while (isRegressed(visit)) visit = await monitor.reload(page, panel);
  await expect(verdict).not.toContainText('/js/consent.js');
});
