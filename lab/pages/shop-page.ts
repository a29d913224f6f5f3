import { PRODUCTS, type Product } from '../catalogue.ts';
import { writeBusyLoop } from '../bodies/script.ts';
import type { ShopOptions } from '../site.ts';
import { writeDocument } from './layout.ts';

const TOWNS = ['Bergen', 'Ghent', 'Leeds', 'Lyon', 'Porto', 'Siena', 'Turku', 'Ulm', 'Vilnius', 'York'];
const SHOPS = ['The Long Table', 'Hearth', 'Paper & Pots', 'Morning Goods', 'Harbour Kitchen', 'Still Life'];

/** `/`: a hero image, six products and a table of stockists, rendered by the server. */
export function writeShopPage(shop: ShopOptions, thirdPartyOrigin: string): string {
  return writeDocument({
    title: 'Clay & Alder: stoneware made slowly',
    head: [
      shop.inlineWork > 0 ? `<script>${writeBusyLoop(shop.inlineWork)}</script>` : '',
      ...shop.blockingScripts.map((path) => `<script src="${path}"></script>`),
      `<script src="${shop.vendor.path}"${shop.vendor.mode === 'defer' ? ' defer' : ''}></script>`,
      '<script src="/js/app.js" defer></script>',
      ...shop.thirdPartyTags.map((path) => `<script src="${thirdPartyOrigin}${path}" async></script>`),
      shop.worker ? REGISTER_WORKER : '',
      shop.unloadListener ? UNLOAD_LISTENER : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    body: `<main>
${writeIcons(shop.icons)}
${writeHero(shop.hero)}
<h2>New from the kiln</h2>
<ul class="grid">
${PRODUCTS.map(writeCard).join('\n')}
</ul>
${shop.frames.map((path) => writeFrame(thirdPartyOrigin + path)).join('\n')}
<h2>Where to find us</h2>
<table class="stockists"><tbody>
${Array.from({ length: shop.stockists }, (_, row) => writeStockist(row)).join('\n')}
</tbody></table>
</main>`,
  });
}

const REGISTER_WORKER = `<script>navigator.serviceWorker.register('/worker.js');</script>`;

const UNLOAD_LISTENER = `<script>addEventListener('unload', () => {});</script>`;

function writeFrame(url: string): string {
  return `<iframe src="${url}" width="480" height="160" title="What our customers say"></iframe>`;
}

function writeIcons(count: number): string {
  if (count === 0) return '';
  const icons = Array.from({ length: count }, (_, i) => `<img src="/img/icons/fair-${i + 1}.png" alt="">`);
  return `<div class="icons">${icons.join('')}</div>`;
}

function writeHero({ path, via, loading }: ShopOptions['hero']): string {
  const text = `<div class="hero-text"><h1>Pots for every day</h1>
<p>Six pieces, thrown this spring, in clay from the river bank.</p><a class="button" href="/spa">See all</a></div>`;
  if (via === 'background') return `<div class="hero hero-background">${text}</div>`;
  const lazy = loading === 'lazy' ? ' loading="lazy"' : '';
  return `<div class="hero"><img class="hero-image" src="${path}" width="960" height="400" fetchpriority="high"${lazy} alt="Five vessels on a table">${text}</div>`;
}

function writeCard({ id, name, note, price }: Product): string {
  return `<li class="card"><img src="/img/product-${id}.png" width="400" height="400" alt="">
<h3>${name}</h3><p>${note}</p><p data-stock="${id}"></p><p class="price">${price}</p><button data-buy>Add to basket</button></li>`;
}

function writeStockist(row: number): string {
  const shop = SHOPS[row % SHOPS.length];
  const town = TOWNS[Math.floor(row / SHOPS.length) % TOWNS.length];
  return `<tr><td>${shop}</td><td>${(row % 88) + 1} Market Street</td><td>${town}</td></tr>`;
}
