export interface ShopScript {
  /** Files it adds to the page when it runs. */
  readonly extra?: readonly string[];
  /** Statements that run when something is put into the basket. */
  readonly onBuy?: string;
}

/** Source of `/js/app.js`, the shop's own script. */
export function writeShopScript({ extra = [], onBuy = '' }: ShopScript = {}): string {
  return `
for (const src of ${JSON.stringify(extra)}) {
  const script = document.createElement('script');
  script.src = src;
  document.body.append(script);
}
fetch('/api/products').then((response) => response.json()).then((products) => {
  for (const { id, stock } of products) {
    document.querySelector('[data-stock="' + id + '"]').textContent = stock + ' in the studio';
  }
});
let items = 0;
document.addEventListener('click', (event) => {
  if (!event.target.closest('[data-buy]')) return;
  items += 1;
  ${onBuy}
  document.querySelector('[data-basket]').textContent = 'Basket (' + items + ')';
});
`;
}

/** Source of `/js/promo.js`: puts a banner above everything that has already been painted. */
export const PROMO_SCRIPT = `
const banner = document.createElement('aside');
banner.className = 'promo';
banner.innerHTML = '<strong>Kiln opening, this Saturday.</strong> Seconds at half the price, tea for everybody.';
document.body.prepend(banner);
`;

/** Source of `/js/config.js`: asks for its flags and lets everything wait for the answer. */
export const CONFIG_SCRIPT = `
const request = new XMLHttpRequest();
request.open('GET', '/api/flags', false);
request.send();
window.flags = JSON.parse(request.responseText);
`;
