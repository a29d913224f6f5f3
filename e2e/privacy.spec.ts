import { dumpStorage } from '../bench/soak/dump-storage.ts';
import { readStoredVisits } from '../cli/stored-visits.ts';
import { expect, test } from './fixtures.ts';

test('one click deletes everything', async ({ lab, monitor }) => {
  const { page } = monitor.browser;
  const options = await monitor.openTab('panel/options.html');
  await page.bringToFront();
  for (const path of ['/', '/article', '/']) await page.goto(lab.origin + path);
  await expect.poll(async () => (await readStoredVisits(options)).length).toBe(3);
  await page.goto('about:blank');
  expect((await dumpStorage(options)).join('\n')).toContain(lab.origin);

  await options.bringToFront();
  await options.getByRole('button', { name: 'Check' }).click();
  await expect(options.getByRole('status')).toContainText('Everything that is stored is whole.');
  await options.getByRole('button', { name: 'Delete everything…' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(options.getByRole('status')).toContainText('Everything has been deleted.');
  await expect(options.getByText('Nothing is stored.')).toBeVisible();
  expect((await dumpStorage(options)).join('\n')).not.toContain(lab.origin);
});
