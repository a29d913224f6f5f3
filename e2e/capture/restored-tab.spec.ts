import { expect } from '@playwright/test';
import { ELSEWHERE } from '../../bench/agreement/open-page.ts';
import { readStoredVisits } from '../../bench/agreement/stored-visits.ts';
import { test } from './bench.fixture.ts';

test('a tab that the browser had discarded comes back as a visit of its own kind', async ({ bench }) => {
  const { chromium, server, worker } = bench;
  const url = `${server.origin}/text/`;
  const inTab = (call: string) =>
    worker.send('Runtime.evaluate', {
      expression: `chrome.tabs.query({ url: '${url}' }).then(([{ id }]) => chrome.tabs.${call})`,
      awaitPromise: true,
    });
  const kinds = async () =>
    (await readStoredVisits(worker, url)).map(({ snapshot }) => snapshot.navigation.kind);
  await chromium.openTab(url);
  await expect.poll(kinds).toEqual(['navigate']);
  const other = await chromium.openTab(server.origin + ELSEWHERE);
  await inTab('discard(id)');
  await inTab('update(id, { active: true })');
  await expect.poll(kinds).toEqual(['navigate', 'restore']);
  await other.close();
});
