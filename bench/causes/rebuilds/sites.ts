import { list, type SiteList } from './site-list.ts';

/** Twelve pages as the tools of the web build and serve them: what their files are called, and how large they are. */
export const SITES: readonly SiteList[] = [
  {
    name: 'Next.js shop',
    files: [
      ...list(
        '/_next/static/chunks/*-{hex:16}.js',
        'webpack 38\nframework 452\nmain 331\n2117 316\n648 187\n145 92\n8472 58\n231 44\n1029 121\n7734 22',
      ),
      ...list(
        '/_next/static/chunks/app/*-{hex:16}.js',
        'layout 61\npage 187\nloading 7\nproducts/page 142\nerror 12',
      ),
      ...list('/_next/static/css/{hex:16}.css*', ' 214\n 87\n 31'),
      ...list('/_next/static/media/*-s.p.{hex:8}.woff2', 'a34f9d1faa5f3315 484\ne4af272ccee01ff0 310', false),
      ...list('/_next/static/{base64:21}/*.js', '_buildManifest 14\n_ssgManifest 3'),
      ...list(
        '/images/products/*.webp',
        'hero-spring 842\noak-table 312\nlinen-chair 287\nbrass-lamp 198\nwool-rug 402',
        false,
      ),
      ...list('/api/carts/{uuid}/*', 'items 11\ntotals 6', false),
    ],
  },
  {
    name: 'Vite app',
    files: [
      ...list(
        '/assets/*-{base64:8}.js',
        'index 1420\nvendor 2810\nHomePage 214\nProductList 162\nCheckout 331\nuseCart 18\nformat 9\napi-client 84\ncharts 612\nDatePicker 143\nmodal 37\n_plugin-vue_export-helper 3',
      ),
      ...list('/assets/*-{base64:8}.css', 'index 312\nHomePage 44\nCheckout 61\nDatePicker 27'),
      ...list('/assets/*-{base64:8}.svg', 'logo 31\nempty-state 88'),
      ...list('/assets/*-{base64:8}.woff2', 'inter-latin-400 231\ninter-latin-600 242', false),
      ...list('/api/v2/projects/{id}/*', 'members 21\nissues 184\nlabels 12', false),
    ],
  },
  {
    name: 'webpack bundle',
    files: [
      ...list('/static/js/*.{hex:8}.js', 'main 1830\nruntime-main 24'),
      ...list(
        '/static/js/*.{hex:8}.chunk.js',
        '2 1642\n3 221\n5 187\n8 64\n11 402\n12 51\n17 88\n23 17\n31 133\n40 29',
      ),
      ...list('/static/css/*.{hex:8}.chunk.css', 'main 287\n3 41\n11 19'),
      ...list('/static/media/*.{hex:20}.png', 'banner 1211\nteam 642\nmap 331'),
      ...list('/static/media/*.{hex:20}.woff2', 'roboto-regular 154\nroboto-medium 156', false),
      ...list('/graphql', ' 31\n 12\n 84\n 9', false),
    ],
  },
  {
    name: 'SvelteKit site',
    files: [
      ...list('/_app/immutable/entry/*.{base64:8}.js', 'start 71\napp 89'),
      ...list('/_app/immutable/nodes/*.{base64:8}.js', '0 62\n1 21\n4 187\n9 94'),
      ...list('/_app/immutable/chunks/*{base64:8}.js', ' 312\n 18\n 96\n 1240\n 44\n 7\n 211\n 63\n 152'),
      ...list('/_app/immutable/assets/*.{base64:8}.css', '0 118\n4 37\nCard 9'),
      ...list('/_app/*.json', 'version 1', false),
      ...list('/photos/*.avif', 'valley 942\nridge 713\nharbour 655\nmill 402', false),
    ],
  },
  {
    name: 'Angular console',
    files: [
      ...list('/*-{base32:8}.js', 'main 2240\npolyfills 341\nscripts 87'),
      ...list('/chunk-{base32:8}*.js', ' 1811\n 623\n 214\n 88\n 342\n 41\n 127\n 17\n 58\n 961\n 29\n 73'),
      ...list('/styles-{base32:8}*.css', ' 702'),
      ...list('/assets/i18n/*.json', 'en 214\nen-shared 61', false),
      ...list('/api/tenants/{uuid}/*', 'settings 18\nusers 142\nroles 23\naudit 87', false),
    ],
  },
  {
    name: 'Rails application',
    files: [
      ...list(
        '/assets/*-{hex:64}.js',
        'application 842\nturbo.min 331\nstimulus.min 142\ncontrollers/application 6\ncontrollers/index 9\ncontrollers/cart_controller 31\ncontrollers/menu_controller 18\nes-module-shims.min 187',
      ),
      ...list('/assets/*-{hex:64}.css', 'application 412\nprint 31'),
      ...list('/assets/*-{hex:64}.png', 'logo 42\nicons/search 7\nicons/cart 9\nbanner-summer 921'),
      ...list('/orders/{id}/*.json', 'status 4\nlines 22', false),
    ],
  },
  {
    name: 'WordPress journal',
    files: [
      ...list(
        '/wp-content/plugins/*.js',
        'contact-form-7/includes/js/index 101\nwoocommerce/assets/js/frontend/cart-fragments.min 24\nwoocommerce/assets/js/frontend/add-to-cart.min 31\nlazy-loader/js/lazysizes.min 66\ncookie-notice/js/front.min 152',
        false,
      ),
      ...list('/wp-content/cache/min/1/{hex:32}*.js', ' 712\n 341'),
      ...list('/wp-content/cache/min/1/{hex:32}*.css', ' 621\n 187'),
      ...list(
        '/wp-includes/js/*.js',
        'jquery/jquery.min 877\njquery/jquery-migrate.min 136\nwp-embed.min 15',
        false,
      ),
      ...list(
        '/wp-content/uploads/2026/03/*.jpg',
        'kiln-1024x683 1421\nglaze-300x200 187\nworkshop-768x512 842\nmarket-300x200 164',
        false,
      ),
    ],
  },
  {
    name: 'hosted shop',
    files: [
      ...list(
        'https://cdn.shopsite.example/t/{release}/assets/*.js',
        'theme 412\nvendor 687\ncart-drawer 93\nproduct-form 61\npredictive-search 74\nsections/slideshow 55\ntranslations 12',
      ),
      ...list(
        'https://cdn.shopsite.example/t/{release}/assets/*.css',
        'base 312\ncomponent-card 41\ncomponent-price 18\nsection-footer 52',
      ),
      ...list(
        'https://cdn.shopsite.example/files/*.webp',
        'jug_900x 621\nbowl_900x 587\nvase_900x 644\ncup_450x 201',
        false,
      ),
      ...list('https://analytics.shopsite.example/{hex:40}/*.js', 'trekkie.storefront 284', false),
      ...list('https://monorail.example/{uuid}/*', 'produce 2\nproduce_batch 5', false),
    ],
  },
  {
    name: 'news front page with advertising',
    files: [
      ...list(
        '/build/*.{hex:10}.js',
        'front 1182\ncommercial 641\ncommenting 387\nvideo 1421\nweb-vitals 42',
      ),
      ...list('/build/*.{hex:10}.css', 'front 512\narticle 187'),
      ...list(
        'https://i{shard}.media.example/photos/*.jpg',
        'minister-arrives 1211\nflood-street 942\ncup-final 874\nnew-bridge 731\nchess-prodigy 402\nheatwave-beach 655',
        false,
      ),
      ...list(
        'https://ads.example/managed/js/m2026{release}1101/*.js',
        'pubads_impl 4211\npubads_impl_rendering 87',
        false,
      ),
      ...list('https://ads.example/pixel/{uuid}/*.gif', 'view 1\nscroll 1\nload 1', false),
      ...list(
        'https://consent.example/v{release}.4.1/*.js',
        'messaging 612\ntcf-api 311\nlocale-en 41',
        false,
      ),
    ],
  },
  {
    name: 'Gatsby documentation',
    files: [
      ...list(
        '/*-{hex:20}.js',
        'webpack-runtime 31\nframework 1402\napp 842\ncomponent---src-pages-index-js 88\ncomponent---src-templates-doc-js 213\ncommons 412\n0c428ae2 187\nec7eb5f2 94',
      ),
      ...list('/page-data/*/page-data.json', 'index 41\ndocs/start 87\ndocs/api 142', false),
      ...list('/page-data/sq/d/*.json', '63159454 12\n3649515864 21', false),
      ...list('/static/{hex:32}/*.webp', 'e5a3c/cover 321\n2b1fa/diagram 187\nc1b63/team 402', false),
    ],
  },
  {
    name: 'Nuxt magazine',
    files: [
      ...list('/_nuxt/*{base64:8}.js', ' 1612\n 412\n 88\n 231\n 19\n 142\n 61\n 7'),
      ...list('/_nuxt/*.{base64:8}.css', 'entry 341\nindex 42\ndefault 88'),
      ...list('/_nuxt/builds/meta/{uuid}*.json', ' 3'),
      ...list(
        '/_ipx/w_640/*.webp',
        'cover-autumn 412\nportrait-ada 211\nportrait-joan 198\nportrait-karen 224',
        false,
      ),
      ...list('/api/stories/{word}/*', 'related 61\ncomments 142', false),
    ],
  },
  {
    name: 'micro front ends',
    files: [
      ...list('/mfe/header/2.{release}.1/*.js', 'remoteEntry 41\n184 211\n731 64'),
      ...list('/mfe/cart/1.{release}.0/*.js', 'remoteEntry 44\n184 187\n902 412\n55 31'),
      ...list('/mfe/search/7.{release}.3/*.js', 'remoteEntry 39\n311 642\n77 88'),
      ...list(
        '/npm/*/dist/index.mjs',
        'lit@3.{release}.0 161\nrxjs@7.{release}.1 412\npreact@10.{release}.2 121',
        false,
      ),
      ...list(
        '/mfe/*/styles.css',
        'header/2.{release}.1 87\ncart/1.{release}.0 142\nsearch/7.{release}.3 61',
      ),
      ...list('https://app-cdn{shard}.example/flags/{id}/*.json', 'boot 31\nexperiments 87', false),
    ],
  },
];
