import type { Page } from 'playwright';
import { type Fault, type FaultVisit, scale } from '../fault.ts';
import { writeShopScript } from '../scripts/shop-script.ts';
import { changeAsset, type Site } from '../site.ts';

/** Until the frame that shows the answer is over: the browser tells of an interaction only then. */
async function buy(page: Page): Promise<void> {
  await page.click('[data-buy]');
  await page.getByText('Basket (1)').waitFor();
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
}

const BUY: FaultVisit = { act: buy, wantsLater: false };

const changeHandler = (site: Site, onBuy: string): Site =>
  changeAsset(site, '/js/app.js', { code: writeShopScript({ onBuy }) });

/** Reading a size between two changes makes the browser lay the page out each time. */
const writeThrashing = (rows: number): string => `
for (const cell of [...document.querySelectorAll('.stockists td')].slice(0, ${rows})) {
  cell.style.paddingLeft = (document.body.offsetHeight % 7) + 'px';
}`;

const BLAME_APP = {
  causes: [{ where: /\/js\/app\.js$/, kinds: ['interaction'] }],
  metrics: ['interactionToNextPaint'],
} as const;

export const INTERACTION_FAULTS: readonly Fault[] = [
  {
    id: 'slow-handler',
    title: 'Adding to the basket computes for 300 ms',
    page: '/',
    view: 'first',
    change: (site, strength) =>
      changeHandler(
        site,
        `const end = performance.now() + ${scale(0, 300, strength)}; while (performance.now() < end);`,
      ),
    visit: BUY,
    truth: BLAME_APP,
  },
  {
    id: 'layout-thrash',
    title: 'Adding to the basket lays the page out for every cell of the table',
    page: '/',
    view: 'first',
    change: (site, strength) => changeHandler(site, writeThrashing(scale(0, 400, strength))),
    visit: BUY,
    truth: BLAME_APP,
  },
];
