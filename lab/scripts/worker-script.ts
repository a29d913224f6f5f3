import type { Milliseconds } from '../../src/domain/units.ts';

/**
 * Source of `/worker.js`: a service worker that takes over at once and hands every request on to the network; a page's
 * own document only after `delay`, as one that looks for a newer version first.
 */
export function writeWorkerScript(delay: Milliseconds): string {
  return `
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  const waited = new Promise((resolve) => setTimeout(resolve, ${delay}));
  event.respondWith(waited.then(() => fetch(event.request)));
});
`;
}
