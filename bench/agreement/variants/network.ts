import type { Variant } from '../variant.ts';

const image = (src: string): string => `<img src="${src}" width="300" height="200">`;

/** Images that are not shown: they delay load, and cost nothing but their requests. */
const manyImages = (count: number): string => `<script>window.images = [];
  for (let n = 0; n < ${count}; n++) {
    const image = new Image(); image.src = n + '.svg?width=1&height=1&bytes=100'; images.push(image);
  }</script>`;

/** Scripts: an image of its own for each, as a document of its own, would keep the browser busy for minutes. */
const manyScripts = (count: number): string => `<script>for (let n = 0; n < ${count}; n++) {
    const script = document.createElement('script'); script.src = n + '.js?bytes=100'; document.head.append(script);
  }</script>`;

/** Requests, their bytes, and where they came from. */
export const NETWORK: readonly Variant[] = [
  {
    name: 'all-types',
    head: `<link rel="stylesheet" href="a.css?bytes=5000"><script src="a.js?bytes=9000" defer></script>
      <script type="module" src="m.js?bytes=3000"></script>`,
    body: `<p>Types</p>${image('a.svg?bytes=12000')}<script>fetch('a.json?bytes=4000').then((answer) => answer.text());
      const x = new XMLHttpRequest(); x.open('GET', 'b.json?bytes=700'); x.send();</script>`,
  },
  {
    name: 'gzip',
    serve: 'gzip',
    head: '<link rel="stylesheet" href="a.css?bytes=50000&gzip"><script src="a.js?bytes=90000&gzip"></script>',
    body: '<p>Compressed</p>',
  },
  {
    name: 'server-timing',
    serve: 'timing&delay=40',
    body: `<p>Server timing</p>${image('a.svg?timing')}`,
  },
  {
    name: 'third-party-without-tao',
    body: `<p>Restricted</p>${image('{third}/a.svg?bytes=20000')}<script src="{third}/a.js?bytes=5000"></script>`,
  },
  {
    name: 'third-party-with-tao',
    body: `<p>Allowed</p>${image('{third}/a.svg?bytes=20000&tao')}<script src="{third}/a.js?bytes=5000&tao"></script>`,
  },
  {
    name: 'third-party-with-cors-only',
    body: `<p>CORS</p><script>fetch('{third}/a.json?bytes=6000&cors').then((answer) => answer.text())</script>
      <script crossorigin src="{third}/a.js?bytes=5000&cors"></script>`,
  },
  {
    name: 'cached',
    open: 'again',
    head: '<link rel="stylesheet" href="a.css?cache=3600&bytes=4000">',
    body: `<p>Cached</p>${image('a.svg?cache=3600&bytes=9000')}<script src="b.js?bytes=2000"></script>`,
  },
  {
    name: 'revalidated',
    open: 'again',
    head: '<link rel="stylesheet" href="a.css?etag&bytes=4000">',
    body: `<p>304</p><script src="b.js?etag&bytes=7000"></script>`,
  },
  {
    name: 'reload',
    open: 'reload',
    body: `<p>Reload</p>${image('a.svg?cache=3600&bytes=9000')}`,
  },
  {
    name: 'document-redirect',
    open: 'redirect',
    body: `<p>Redirected</p>${image('a.svg?bytes=9000')}`,
  },
  {
    name: 'resource-redirect',
    body: `<p>Redirect</p>${image('a.svg?redirect=/b.svg?bytes=9000')}${image('c.svg?redirect={third}/d.svg?tao')}`,
  },
  {
    name: 'errors',
    body: `<p>Errors</p>${image('gone.svg?status=404&bytes=900')}<script src="broken.js?status=500"></script>
      <script>fetch('none.json?status=204').then((answer) => answer.text());
      fetch('http://localhost:1/refused').catch(() => 0);</script>`,
  },
  {
    name: 'frame-same-site',
    body: '<p>Frame</p><iframe src="frame.html?bytes=3000" width="300" height="200"></iframe>',
  },
  {
    name: 'frame-third-party',
    body: '<p>Frame</p><iframe src="{third}/frame.html?bytes=3000" width="300" height="200"></iframe>',
  },
  {
    name: 'fonts',
    head: `<style>@font-face{font-family:f;src:url("f.woff2?bytes=8000");font-display:swap}
      h1{font-family:f,sans-serif}</style><link rel="preload" as="font" crossorigin href="g.woff2?bytes=6000">`,
    body: '<h1>Fonts</h1>',
  },
  {
    name: 'worker',
    body: `<p>Worker</p><script>new Worker('work.js?bytes=3000')</script>`,
  },
  {
    name: 'service-worker',
    open: 'again',
    body: `<p>Service worker</p>${image('made.svg')}${image('fetched.svg?bytes=9000')}${image('plain.svg?bytes=4000')}
      <script>window.ready = navigator.serviceWorker.register('/worker.js?cache=0', { scope: '/' })
        .then(() => navigator.serviceWorker.ready).then(() => true)</script>`,
  },
  {
    name: 'data-and-blob',
    body: `<p>No network</p><img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>" alt="">
      <script>fetch(URL.createObjectURL(new Blob(['x'.repeat(500)]))).then((answer) => answer.text())</script>`,
  },
  {
    name: 'early-hints',
    open: 'tls',
    serve: 'delay=150',
    head: '<link rel="stylesheet" href="/hinted.css?delay=20">',
    body: `<p>Early hints</p>${image('a.svg?bytes=9000')}`,
  },
  { name: 'thousand-resources', scope: 'no-tasks', body: `<p>Many</p>${manyImages(1_000)}` },
  { name: 'ten-thousand-resources', scope: 'no-tasks', body: `<p>Very many</p>${manyScripts(10_000)}` },
  {
    name: 'buffer-cleared',
    body: `<p>Cleared</p><script>performance.setResourceTimingBufferSize(0); performance.clearResourceTimings();
      for (let i = 0; i < 40; i++) fetch(i + '.json?bytes=300').then((answer) => answer.text());</script>`,
  },
];
