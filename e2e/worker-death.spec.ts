import { readStoredVisits } from '../cli/stored-visits.ts';
import type { Envelope } from '../src/protocol/messages.ts';
import { createCapture } from '../src/domain/capture.fixture.ts';
import { expect, test } from './fixtures.ts';
import { killWorker } from '../bench/soak/kill-worker.ts';

test('a worker killed between capture and panel loses nothing', async ({ lab, monitor }) => {
  const { page } = monitor.browser;
  const tab = await monitor.openTab('panel/panel.html');
  const loads = 5;
  for (let load = 1; load <= loads; load++) {
    await page.goto(`${lab.origin}/`);
    await killWorker(monitor.browser, tab);
    await expect
      .poll(async () => (await readStoredVisits(tab)).filter(({ snapshot }) => snapshot.settledAt).length)
      .toBe(load);
  }
  const visits = await readStoredVisits(tab);
  expect(new Set(visits.map(({ visitId }) => visitId)).size).toBe(visits.length);
});

test('the same message twice stores one snapshot', async ({ monitor, lab }) => {
  const tab = await monitor.openTab('panel/panel.html');
  await monitor.browser.page.goto(`${lab.origin}/`);
  const capture = createCapture({ url: `${lab.origin}/`, visitId: crypto.randomUUID() });
  const envelope: Envelope<'captureVisit'> = { protocol: 1, request: 'captureVisit', argument: capture };
  const replies = [await monitor.sendFromPage(envelope), await monitor.sendFromPage(envelope)];
  expect(replies).toEqual([
    { ok: true, value: { status: 'stored' } },
    { ok: true, value: { status: 'duplicate' } },
  ]);
  await expect
    .poll(
      async () => (await readStoredVisits(tab)).filter(({ visitId }) => visitId === capture.visitId).length,
    )
    .toBe(1);
});
