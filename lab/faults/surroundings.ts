import { type Fault, type FaultVisit, scale } from '../fault.ts';
import { writeWorkerScript } from '../scripts/worker-script.ts';
import { changeShop, type Site, withAsset } from '../site.ts';
import { script } from './scripts.ts';

function withWorker(site: Site, delay: number): Site {
  const code = writeWorkerScript(delay);
  return changeShop(withAsset(site, '/worker.js', { ...script(2_000, 0, 0), code }), { worker: true });
}

/** Away from the page, and back to it by the browser's own button. */
const GO_BACK: FaultVisit = {
  wantsLater: true,
  async act(page) {
    await page.goto(new URL('/article', page.url()).href);
    await page.goBack();
  },
};

/** Faults of what a page runs in: frames, its service worker, the back/forward cache. */
export const SURROUNDING_FAULTS: readonly Fault[] = [
  {
    id: 'frame',
    title: 'A frame of another site is part of the page',
    page: '/',
    view: 'first',
    change(site, strength) {
      const html = `<!doctype html><title>Voices</title><p>${'The jug pours without a drop. '.repeat(400)}</p>`;
      const frame = { kind: 'frame', html, delay: scale(0, 900, strength) } as const;
      return {
        ...changeShop(site, { frames: ['/voices.html'] }),
        thirdPartyAssets: { '/voices.html': frame },
      };
    },
    truth: {
      causes: [{ where: /\/voices\.html$/, kinds: ['added-resource'] }],
      metrics: ['load'],
    },
  },
  {
    id: 'slow-worker',
    title: 'The service worker thinks for 300 ms before it asks for the page',
    page: '/',
    view: 'repeat',
    base: (site) => withWorker({ ...site, cache: 'long' }, 0),
    change: (site, strength) => withWorker(site, scale(0, 300, strength)),
    truth: {
      causes: [{ where: 'document', kinds: ['slow-document'] }],
      metrics: ['timeToFirstByte', 'firstContentfulPaint', 'largestContentfulPaint'],
    },
  },
  {
    id: 'back-forward-lost',
    title: 'Going back loads the page anew, because it listens for unload',
    page: '/',
    view: 'first',
    base: (site) => ({ ...site, cache: 'long' }),
    change: (site) => changeShop(site, { unloadListener: true }),
    visit: GO_BACK,
    // A restored visit and a load are two cohorts, which are never compared: there is no delta to divide.
    truth: { causes: [], metrics: [] },
  },
];
