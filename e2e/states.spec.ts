import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';

test('a page that is not permitted says what to do', async ({ monitor }) => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>');
  });
  const origin = await listen(server, '127.0.0.2');
  await monitor.browser.page.goto(origin);
  const panel = await monitor.browser.openPanel();
  await expect(panel.getByRole('heading', { name: `Measure ${origin.slice(7)}?` })).toBeVisible();
  await expect(panel.getByRole('tabpanel').getByRole('button', { name: /^Allow/ })).toBeVisible();
  server.close();
});

test('a page that no extension may read says so', async ({ monitor }) => {
  await monitor.browser.page.goto('data:text/html,<h1>Nothing to measure</h1>');
  const panel = await monitor.browser.openPanel();
  await expect(panel.getByRole('heading', { name: 'This page cannot be measured' })).toBeVisible();
});

test('a page without a load yet offers to reload it', async ({ monitor }) => {
  const neverEnds = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.write('<!doctype html><title>Slow</title><h1>Still loading</h1>');
  });
  const origin = await listen(neverEnds, 'localhost');
  await monitor.browser.page.goto(`${origin}/`, { waitUntil: 'commit' });
  const panel = await monitor.browser.openPanel();
  await expect(panel.getByRole('heading', { name: 'Waiting for the first load' })).toBeVisible();
  await expect(panel.getByRole('tabpanel').getByRole('button', { name: 'Reload page' })).toBeVisible();
  neverEnds.closeAllConnections();
  neverEnds.close();
});

async function listen(server: Server, host: string): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}
