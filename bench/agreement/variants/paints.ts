import type { Variant } from '../variant.ts';

const TEXT = '<h1>Agreement</h1><p>Two instruments measure one load, and say the same.</p>';

/** First and largest contentful paints of all sorts. */
export const PAINTS: readonly Variant[] = [
  { name: 'text', body: TEXT },
  { name: 'slow-document', serve: 'delay=300', body: TEXT },
  { name: 'image', body: `<p>Image</p><img src="hero.svg?bytes=30000&delay=80" width="600" height="400">` },
  {
    name: 'image-inserted-late',
    body: `${TEXT}<script>setTimeout(() => {
      const image = new Image(800, 500); image.src = 'late.svg?width=800&height=500&bytes=40000&delay=100';
      document.body.append(image); }, 500)</script>`,
  },
  {
    name: 'text-inserted-late',
    body: `<p>Wait</p><script>setTimeout(() => { const late = document.createElement('h1');
      late.textContent = 'A much longer headline that comes late and covers more. '.repeat(8);
      document.body.append(late); }, 600)</script>`,
  },
  {
    name: 'background-image',
    head: '<style>div{width:600px;height:400px;background:url("back.svg?bytes=20000&delay=60")}</style>',
    body: '<p>Background</p><div></div>',
  },
  {
    name: 'video-poster',
    body: '<p>Video</p><video poster="poster.svg?bytes=20000" width="600" height="400"></video>',
  },
  {
    name: 'lazy-image',
    body: `<p>Lazy</p><img loading="lazy" fetchpriority="low" src="lazy.svg?bytes=20000" width="600" height="400">`,
  },
  {
    name: 'preloaded-image',
    head: '<link rel="preload" as="image" href="hero.svg?bytes=30000&delay=60">',
    body: `<p>Preload</p><script src="wait.js?delay=150"></script>
      <img src="hero.svg?bytes=30000&delay=60" width="600" height="400">`,
  },
  {
    name: 'stylesheet-blocks-paint',
    head: '<link rel="stylesheet" href="main.css?delay=250&bytes=8000">',
    body: TEXT,
  },
  {
    name: 'ended-by-click',
    body: `<button>Click</button><p>Then an image comes that is not the largest contentful paint.</p>
      <script>document.querySelector('button').onclick = () => {
        const image = new Image(800, 500); image.src = 'late.svg?width=800&height=500&bytes=40000';
        document.body.append(image); }</script>`,
    drive: async ({ click, pause }) => {
      await click('button');
      await pause(400);
    },
  },
  {
    name: 'nothing-painted',
    body: '',
  },
];
