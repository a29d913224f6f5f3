import { mkdir, writeFile } from 'node:fs/promises';
import { startPageServer } from '../../bench/agreement/page-server.ts';
import { PAINTS } from '../../bench/agreement/variants/paints.ts';
import { busy } from '../../bench/agreement/respond.ts';
import { readStoredVisits } from '../../cli/stored-visits.ts';
import { startBrowser } from '../../cli/browser.ts';
import { expect, extensionDir, test } from '../fixtures.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'Busy',
  version: '1',
  content_scripts: [{ matches: ['http://localhost/*'], js: ['busy.js'], run_at: 'document_idle' }],
};

test('a load that another extension keeps busy is not judged', async ({}, testInfo) => {
  const other = testInfo.outputPath('busy');
  await mkdir(other, { recursive: true });
  await writeFile(`${other}/manifest.json`, JSON.stringify(MANIFEST));
  // In a task of its own: what begins in the task that ends parsing would be parsing to the browser.
  await writeFile(`${other}/busy.js`, `setTimeout(() => {${busy(250)}}, 50);`);
  const both = `${extensionDir},${other}`;
  const server = await startPageServer(PAINTS);
  const args = [`--disable-extensions-except=${both}`, `--load-extension=${both}`];
  const browser = await startBrowser({ extensionDir, args });
  await browser.page.goto(`${server.origin}/text/`);
  const worker = await browser.serviceWorker();
  const readExcluded = async () =>
    (await readStoredVisits(worker)).find(({ snapshot }) => snapshot.settledAt)?.judgement.excluded;
  await expect.poll(readExcluded).toContain('unattributed-work');
  await browser.stop();
  await server.stop();
});
