import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { startBrowser } from '../cli/browser.ts';
import { extensionDir, openExtensionTab } from './fixtures.ts';

const PAGES = ['panel/panel.html', 'panel/popup.html', 'panel/options.html'];

/** Everything a script can try to reach a server with. Each attempt may throw, or fail later. */
async function tryEverything(url: string): Promise<string[]> {
  const attempts: Record<string, () => unknown> = {
    fetch: () => fetch(url),
    'fetch of a beacon': () => fetch(url, { method: 'POST', body: 'x', keepalive: true, mode: 'no-cors' }),
    XMLHttpRequest: () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.onload = resolve;
        request.onerror = () => reject(new Error('refused'));
        request.open('GET', url);
        request.send();
      }),
    WebSocket: () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(url.replace('http', 'ws'));
        socket.onopen = resolve;
        socket.onerror = () => reject(new Error('refused'));
      }),
    EventSource: () =>
      new Promise((resolve, reject) => {
        const source = new EventSource(url);
        source.onopen = resolve;
        source.onerror = () => reject(new Error('refused'));
      }),
    image: () =>
      new Promise((resolve, reject) => {
        const image = new Image();
        image.onload = resolve;
        image.onerror = () => reject(new Error('refused'));
        image.src = `${url}/image.png`;
      }),
    script: () => import(`${url}/script.js`),
    // These never say whether they arrived: the server's own count does.
    beacon: () => {
      navigator.sendBeacon(url, 'x');
      throw new Error('unknown');
    },
    prefetch: () => {
      const link = document.createElement('link');
      link.rel = 'prefetch';
      link.href = `${url}/prefetch`;
      document.head.append(link);
      throw new Error('unknown');
    },
  };
  const reached: string[] = [];
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt();
      reached.push(name);
    } catch {
      // Refused, or not to be had in a worker.
    }
  }
  return reached;
}

test('no page of the extension, and not its worker, reaches a server, not even one on a permitted site', async () => {
  const browser = await startBrowser({ extensionDir });
  // Told apart by their paths: a beacon of the ordinary page may arrive when the extension's pages are already trying.
  const arrived: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    arrived.push(url);
    response.setHeader('access-control-allow-origin', '*');
    response.end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const write = (from: string): string =>
    `(${tryEverything.toString()})(${JSON.stringify(`${url}/${from}`)})`;

  expect(await browser.page.evaluate(write('page')), 'any other page').toContain('fetch');
  for (const sent of ['/page', '/page/image.png', '/page/prefetch']) {
    await expect.poll(() => arrived).toContain(sent);
  }
  const task = write('extension');
  for (const path of PAGES) {
    const tab = await openExtensionTab(browser, path);
    expect(await tab.evaluate(task), path).toEqual([]);
  }
  const worker = await browser.serviceWorker();
  expect(await worker.evaluate(task), 'the worker').toEqual([]);
  expect(arrived.filter((path) => path.startsWith('/extension'))).toEqual([]);
  await browser.stop();
  server.close();
});
