import type { Page } from '@playwright/test';
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
  // The worker gives the new database an id; the default budget is what a new installation has.
  const left = await listLeft(options);
  expect(left).toEqual({
    databases: ['performance-budget-monitor'],
    rows: expect.any(Object),
    local: 0,
    caches: 0,
  });
  expect(Object.keys(left.rows).filter((store) => store !== 'settings')).toEqual(['budgets']);
  expect(left.rows['budgets']).toBe(1);
});

/** Whatever can be stored anywhere, counted. */
function listLeft(inside: Page) {
  return inside.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const db = await new Promise<IDBDatabase>((resolve) => {
      indexedDB.open('performance-budget-monitor').onsuccess = ({ target }) =>
        resolve((target as IDBOpenDBRequest).result);
    });
    const rows: Record<string, number> = {};
    const tx = db.transaction([...db.objectStoreNames]);
    for (const name of db.objectStoreNames) {
      const count = await new Promise<number>((resolve) => {
        tx.objectStore(name).count().onsuccess = ({ target }) =>
          resolve((target as IDBRequest<number>).result);
      });
      if (count > 0) rows[name] = count;
    }
    db.close();
    const stored = { ...(await chrome.storage.local.get(null)), ...(await chrome.storage.session.get(null)) };
    const local = Object.keys(stored).filter((key) => key !== 'database').length + localStorage.length;
    return { databases, rows, local, caches: (await caches.keys()).length };
  });
}
