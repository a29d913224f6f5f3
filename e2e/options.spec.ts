import { readStoredVisits } from '../cli/stored-visits.ts';
import { expect, test } from './fixtures.ts';

test('the user decides what of a query is kept, and how many loads', async ({ lab, monitor }) => {
  const { page } = monitor.browser;
  const options = await monitor.openTab('panel/options.html');
  const asked = async (): Promise<string[]> => {
    const visits = await readStoredVisits(options);
    return visits.flatMap(({ snapshot }) => snapshot.resources.map(({ url }) => url));
  };
  const load = async (): Promise<void> => {
    const before = (await readStoredVisits(options)).length;
    await page.bringToFront();
    await page.goto(`${lab.origin}/?page-secret=1`);
    await page.evaluate(() => fetch('/products.json?token=hunter2&page=2'));
    await expect.poll(async () => (await readStoredVisits(options)).length).toBe(before + 1);
    await page.goto('about:blank');
    await expect
      .poll(async () => (await readStoredVisits(options)).at(-1)?.snapshot.stage, {
        message: 'the tail has come',
      })
      .toBe('final');
  };
  await load();
  expect((await asked()).join('\n')).not.toMatch(/[?]|hunter2/);

  await options.bringToFront();
  await options.getByLabel('The names of its parameters').check();
  await expect(options.getByRole('status')).toContainText('Saved.');
  await load();
  expect(await asked()).toContain(`${lab.origin}/products.json?token&page`);
  expect((await asked()).join('\n')).not.toMatch(/hunter2|page-secret/);

  await options.bringToFront();
  await options.getByLabel('Loads of each page').selectOption('60');
  await options.reload();
  await expect(options.getByLabel('Loads of each page')).toHaveValue('60');
  await expect(options.getByLabel('The names of its parameters')).toBeChecked();
});
