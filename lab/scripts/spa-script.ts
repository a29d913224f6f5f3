/** Markup of the catalogue, as the client-rendered pages build it. Shared by the bundle and the module graph. */
const RENDER = `
const card = (product) =>
  '<li class="card" data-product="' + product.id + '"><img src="/img/product-' + product.id + '.png" width="400" height="400" alt="">' +
  '<h3>' + product.name + '</h3><p>' + product.note + '</p><p class="price">' + product.price + '</p></li>';
const render = (products) => {
  document.querySelector('#root').innerHTML =
    '<div class="hero"><img class="hero-image" src="/img/hero.png" width="960" height="400" alt="Five vessels on a table">' +
    '<div class="hero-text"><h1>The whole catalogue</h1><p>Everything that has left the kiln this season.</p></div></div>' +
    '<ul class="grid">' + products.map(card).join('') + '</ul>';
};
`;

/** Source of `/js/spa.js`: renders once the API has answered and then, where there is one, the route's chunk came. */
export function writeSpaScript(routeChunk?: string): string {
  const wait = routeChunk ? `.then((products) => import('${routeChunk}').then(() => products))` : '';
  return `(() => {${RENDER}
fetch('/api/products').then((response) => response.json())${wait}.then(render);
document.addEventListener('click', (event) => {
  const id = event.target.closest('[data-product]')?.dataset.product;
  if (!id) return;
  history.pushState({}, '', '/spa/product-' + id);
  fetch('/api/products/' + id).then((response) => response.json()).then((product) => {
    document.querySelector('#root').innerHTML = '<div data-detail><img src="/img/product-' + product.id +
      '.png" width="600" height="600" alt=""><h1>' + product.name + '</h1><p class="lead">' + product.note + '</p></div>';
  });
});
})();`;
}

/** Source of `/modules/main.js`: renders without waiting for an API. */
export function writeModuleScript(products: unknown): string {
  return `${RENDER}render(${JSON.stringify(products)});`;
}
