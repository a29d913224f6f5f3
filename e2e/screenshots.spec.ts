import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.ts';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));

/** Makes the pictures of the README: `npm run screenshots`. */
test('pictures of a planted regression @screenshots', async ({ lab, monitor }) => {
  await mkdir(docs, { recursive: true });
  const { page, panel } = await monitor.openPanel('/');
  await monitor.reloadUntil(page, panel, 'unchanged');
  lab.setFault('rb-script', { strength: 2 });
  await monitor.reloadUntil(page, panel, 'regressed');

  const tab = await monitor.openTab('panel/panel.html');
  await tab.setViewportSize({ width: 1000, height: 720 });
  await tab.getByRole('tabpanel').getByRole('button').first().click();
  await expect(tab.getByRole('region', { name: 'Verdict' })).toContainText('/js/consent.js');
  await tab.screenshot({ path: `${docs}panel.png` });

  await tab.getByRole('tab', { name: 'Why' }).click();
  await expect(tab.getByRole('tabpanel')).toContainText('/js/consent.js');
  await tab.screenshot({ path: `${docs}why.png` });
  await tab.emulateMedia({ colorScheme: 'dark' });
  await tab.screenshot({ path: `${docs}why-dark.png` });
});
