import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from '../cli/browser.ts';
import { runPbm } from '../cli/run-pbm.ts';
import { readStoredVisits } from '../cli/stored-visits.ts';
import { expect, extensionDir, openExtensionTab, test } from './fixtures.ts';

test('pbm verify says of a profile whether what is stored in it is whole', async ({ lab }) => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'pbm-verify-e2e-'));
  const browser = await startBrowser({ extensionDir, userDataDir });
  await browser.page.goto(lab.origin);
  const inside = await openExtensionTab(browser, 'icons/16.png');
  await expect.poll(async () => (await readStoredVisits(inside)).length).toBe(1);
  await browser.stop();
  expect(await verify(userDataDir)).toEqual({ code: 0, printed: '', noted: '1 visit: everything is whole' });

  const again = await startBrowser({ extensionDir, userDataDir });
  const outside = await openExtensionTab(again, 'icons/16.png');
  await outside.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.open('performance-budget-monitor').onsuccess = ({ target }) => {
          const db = (target as IDBOpenDBRequest).result;
          const tx = db.transaction('pages', 'readwrite');
          tx.objectStore('pages').clear();
          tx.oncomplete = () => resolve();
        };
      }),
  );
  await again.stop();
  const { code, printed } = await verify(userDataDir);
  expect(code).toBe(1);
  expect(printed).toContain('does not exist');
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

async function verify(profile: string) {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await runPbm(['verify', profile], {
    colour: false,
    print: (text) => printed.push(text),
    progress: () => undefined,
    note: (line) => noted.push(line),
  });
  return { code, printed: printed.join(''), noted: noted.join('\n') };
}
