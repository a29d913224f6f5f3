import type { Fault } from '../fault.ts';
import type { MetricName } from '../../src/domain/metric.ts';
import { DELIVERY_FAULTS, slowDownApi } from './delivery.ts';
import { DOCUMENT_FAULTS } from './documents.ts';
import { IMAGE_FAULTS } from './images.ts';
import { splitOffRoute } from './modules.ts';
import { addConsentScript, SCRIPT_FAULTS } from './scripts.ts';
import { STYLE_FAULTS } from './styles.ts';

const SLOW_API = { where: /\/api\/products$/, kinds: ['slow-server'] } as const;

const SINGLE_FAULTS = [
  ...SCRIPT_FAULTS,
  ...STYLE_FAULTS,
  ...IMAGE_FAULTS,
  ...DOCUMENT_FAULTS,
  ...DELIVERY_FAULTS,
];

/** Both faults of one page at once. `metric` waits for one after the other, so that each adds its own share to it. */
function combine(id: string, faults: readonly [string, string], metric: MetricName): Fault {
  const [first, second] = faults.map((name) => SINGLE_FAULTS.find((fault) => fault.id === name));
  if (!first || !second) throw new RangeError(`${id}: expected two faults, got ${faults.join(', ')}`);
  return {
    id,
    title: `${first.title}; ${second.title}`,
    page: first.page,
    view: 'first',
    change: (site, strength) => second.change(first.change(site, strength), strength),
    truth: { causes: [...first.truth.causes, ...second.truth.causes], metrics: [metric] },
  };
}

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
      metrics: ['largestContentfulPaint'],
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
  combine('double-ttfb-script', ['slow-ttfb', 'rb-script'], 'firstContentfulPaint'),
  combine('double-redirect-inline', ['redirect', 'inline-long'], 'firstContentfulPaint'),
  combine('double-ttfb-hero', ['slow-ttfb', 'heavy-hero-same-url'], 'largestContentfulPaint'),
  combine('double-redirect-flags', ['redirect', 'sync-xhr'], 'firstContentfulPaint'),
  combine('double-import-inline', ['css-import', 'inline-long'], 'firstContentfulPaint'),
];
