import type { Fault } from '../fault.ts';
import { slowDownApi } from './delivery.ts';
import { splitOffRoute } from './modules.ts';
import { addConsentScript } from './scripts.ts';

const SLOW_API = { where: /\/api\/products$/, kinds: ['slow-server'] } as const;

/** Two independent causes at once: their contributions must be told apart. */
export const DOUBLE_FAULTS: readonly Fault[] = [
  {
    id: 'double-rb-api',
    title: 'A consent script blocks rendering, and the API is slow',
    page: '/spa',
    view: 'first',
    change: (site, strength) => ({
      ...slowDownApi(addConsentScript(site, strength), strength),
      spa: { ...site.spa, blockingScripts: ['/js/consent.js'] },
    }),
    truth: {
      causes: [{ where: /\/js\/consent\.js$/, kinds: ['added-resource'] }, SLOW_API],
      metrics: ['firstContentfulPaint', 'largestContentfulPaint'],
    },
  },
  {
    id: 'double-api-chunk',
    title: 'The API is slow, and rendering waits for a chunk',
    page: '/spa',
    view: 'first',
    change: (site, strength) => splitOffRoute(slowDownApi(site, strength), strength),
    truth: {
      causes: [SLOW_API, { where: /\/js\/route-catalogue\.js$/, kinds: ['added-resource'] }],
      metrics: ['largestContentfulPaint'],
    },
  },
];
