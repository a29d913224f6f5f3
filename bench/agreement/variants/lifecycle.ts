import { busy } from '../respond.ts';
import type { Variant } from '../variant.ts';

const TEXT = '<h1>Lifecycle</h1><p>How a page comes to be and goes.</p>';

/** Renders a view of its own at another path when clicked, as a single-page application does. */
const ROUTER = `<button style="width:200px;height:80px">Next</button><main><h1>First view</h1></main>
  <script>document.querySelector('button').addEventListener('click', () => {
    history.pushState({}, '', 'next');
    document.querySelector('main').innerHTML = '<h1>Second view</h1><p>' + 'Other words. '.repeat(60) + '</p>';
  })</script>`;

const goAndComeBack: Variant['drive'] = async ({ navigate, back, pause }) => {
  await navigate('/blank.txt');
  await back();
  await pause(1_500);
};

/** How visits begin and end, and what the main thread does meanwhile. */
export const LIFECYCLE: readonly Variant[] = [
  { name: 'hidden-start', open: 'background', scope: 'vitals', body: TEXT },
  {
    name: 'hidden-while-loading',
    open: 'covered',
    scope: 'vitals',
    body: `${TEXT}<script src="slow.js?delay=600"></script><p>End</p>`,
  },
  { name: 'prerender', open: 'prerender', scope: 'vitals', body: TEXT },
  {
    name: 'prerender-slow',
    open: 'prerender',
    scope: 'vitals',
    body: `${TEXT}<script>document.addEventListener('prerenderingchange', () => setTimeout(() => {
      const late = document.createElement('h1'); late.textContent = 'Shown only when somebody looks. '.repeat(12);
      document.body.prepend(late); }, 300))</script>`,
  },
  {
    name: 'back-forward-cache',
    kind: 'back-forward-cache',
    scope: 'vitals',
    body: TEXT,
    drive: goAndComeBack,
  },
  {
    name: 'back-forward-cache-shift',
    kind: 'back-forward-cache',
    scope: 'vitals',
    body: `${TEXT}<div id="grow"></div><p>Below</p><script>addEventListener('pageshow', (event) => {
      if (event.persisted) setTimeout(() => { document.querySelector('#grow').style.height = '150px'; }, 400); })</script>`,
    drive: goAndComeBack,
  },
  {
    name: 'back-forward',
    open: 'popup',
    kind: 'back-forward',
    body: TEXT,
    drive: goAndComeBack,
  },
  {
    name: 'soft-navigation-first-view',
    body: ROUTER,
    scope: 'vitals',
    drive: async ({ click, pause }) => {
      await click('button');
      await pause(2_500);
    },
  },
  {
    name: 'soft-navigation',
    kind: 'soft-navigation',
    scope: 'vitals',
    body: ROUTER,
    drive: async ({ click, pause }) => {
      await click('button');
      await pause(2_500);
    },
  },
  { name: 'long-task-before-paint', head: `<script>${busy(120)}</script>`, body: TEXT },
  {
    name: 'long-tasks-after-paint',
    body: `${TEXT}<script>for (const after of [200, 400, 600]) setTimeout(() => { ${busy(90)} }, after)</script>`,
  },
  {
    name: 'long-task-across-settle',
    body: `${TEXT}<script>for (let after = 200; after < 6000; after += 400) setTimeout(() => { ${busy(70)} }, after)</script>`,
    drive: async ({ pause }) => pause(1_000),
  },
  {
    name: 'long-task-in-script',
    head: '<script src="work.js?block=160" defer></script>',
    body: TEXT,
  },
  {
    name: 'user-timings',
    body: `${TEXT}<script>performance.mark('begin'); setTimeout(() => { performance.mark('end', { detail: 1 });
      performance.measure('work', 'begin', 'end'); performance.mark('set', { startTime: 5 }); }, 120)</script>`,
  },
];
