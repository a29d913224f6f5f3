import type { Page } from 'playwright';
import { type Fault, scale } from '../fault.ts';
import { changeAsset } from '../site.ts';

const PRODUCT = '/api/products/1';

/** A soft navigation takes an interaction, a new address and something painted after it. */
async function openProduct(page: Page): Promise<void> {
  await page.click('[data-product]');
  await page.waitForSelector('[data-detail]');
}

export const ROUTE_FAULTS: readonly Fault[] = [
  {
    id: 'slow-route',
    title: 'Changing to the page of a product waits 600 ms for its data',
    page: '/spa',
    view: 'first',
    change: (site, strength) => changeAsset(site, PRODUCT, { delay: scale(60, 660, strength) }),
    visit: { act: openProduct, wantsLater: true },
    truth: {
      causes: [{ where: /\/api\/products\/1$/, kinds: ['slow-server'] }],
      metrics: ['largestContentfulPaint'],
    },
  },
];
