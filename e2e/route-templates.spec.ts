import { startPageServer } from '../bench/agreement/page-server.ts';
import { expect, test } from './fixtures.ts';

test('a route template is added by keyboard, and makes one page of the addresses it matches', async ({
  monitor,
}) => {
  const options = await monitor.openTab('panel/options.html');
  const field = options.getByLabel('New template');
  await field.fill('/(a+)+');
  await expect(options.getByText('without a regular expression')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('/products/:name');
  await field.press('Enter');
  const templates = options.getByRole('list', { name: 'Route templates' });
  await expect(templates).toContainText('/products/:name');

  const server = await startPageServer([]);
  const { page } = monitor.browser;
  const tab = await monitor.openTab('panel/panel.html');
  for (const [index, product] of ['red', 'blue'].entries()) {
    await page.bringToFront();
    await page.goto(`${server.origin}/products/${product}`);
    const loads = index === 0 ? /products\/:name.*1\sload/ : /products\/:name.*2\sloads/;
    await expect(tab.getByRole('button', { name: loads })).toBeVisible();
  }
  await server.stop();

  await options.getByRole('button', { name: 'Remove /products/:name' }).click();
  await expect(templates).toContainText('No template of your own yet');
});
