import type { Variant } from '../variant.ts';
import { busy } from '../respond.ts';

const grow = (after: number, height = 120, id = 'grow'): string =>
  `<div id="${id}"></div><p>Below</p><p>Below</p><script>setTimeout(() => {
    document.querySelector('#${id}').style.height = '${height}px'; }, ${after})</script>`;

const button = (handler: string): string =>
  `<button style="width:200px;height:80px">Click</button><p id="out">Before</p>
  <script>document.querySelector('button').addEventListener('click', () => { ${handler}
    document.querySelector('#out').textContent += ' after'; })</script>`;

const field = (work: string): string =>
  `<input id="field" autofocus><p>Type</p><script>
  document.querySelector('#field').addEventListener('keydown', () => { ${work} })</script>`;

/** Layout shifts and interactions. */
export const STABILITY: readonly Variant[] = [
  { name: 'shift', body: `<h1>Shift</h1>${grow(200)}` },
  {
    name: 'shift-by-image',
    body: '<h1>Shift</h1><img src="late.svg?delay=300&bytes=9000"><p>Moved by an image without a size</p>',
  },
  {
    name: 'shift-after-input',
    body: `<button style="width:200px;height:80px">Grow</button><div id="grow"></div><p>Below</p>
      <script>document.querySelector('button').addEventListener('click', () => {
        document.querySelector('#grow').style.height = '200px'; })</script>`,
    drive: async ({ click, pause }) => {
      await click('button');
      await pause(300);
    },
  },
  {
    name: 'shift-both-kinds',
    body: `<button style="width:200px;height:80px">Grow</button><div id="later"></div><p>Below</p>${grow(150, 60)}
      <script>document.querySelector('button').addEventListener('click', () => {
        document.querySelector('#later').style.height = '200px'; })</script>`,
    drive: async ({ click, pause }) => {
      await click('button');
      await pause(300);
    },
  },
  {
    name: 'shift-two-windows',
    body: `<h1>Windows</h1>${grow(150, 60, 'a')}${grow(500, 90, 'b')}${grow(2200, 100, 'c')}`,
    drive: async ({ pause }) => pause(800),
  },
  {
    name: 'shift-window-of-five-seconds',
    body: `<h1>Long window</h1>${Array.from({ length: 8 }, (_, i) => grow(200 + 800 * i, 20, `g${i}`)).join('')}`,
    drive: async ({ pause }) => pause(5_000),
  },
  {
    name: 'shift-after-settle',
    body: `<h1>Late shift</h1>${grow(3_000, 200)}`,
    drive: async ({ pause }) => pause(2_200),
  },
  {
    name: 'shift-in-frame',
    body: `<h1>Frame</h1><iframe srcdoc="${grow(200, 100).replaceAll('"', '&quot;')}" width="600" height="300"></iframe>`,
  },
  {
    name: 'click-slow',
    body: button(busy(120)),
    drive: async ({ click, pause }) => {
      await click('button');
      await pause(300);
    },
  },
  {
    name: 'click-fast',
    body: button(''),
    drive: async ({ click, pause }) => {
      await click('button');
      await pause(300);
    },
  },
  {
    name: 'click-behind-task',
    body: `${button('')}<script>addEventListener('pointerdown', () => { ${busy(150)} })</script>`,
    drive: async ({ click, pause }) => {
      await click('button');
      await pause(400);
    },
  },
  {
    name: 'click-twice',
    body: button(busy(60)),
    drive: async ({ click, pause }) => {
      await click('button');
      await pause(200);
      await click('button');
      await pause(300);
    },
  },
  {
    name: 'keyboard',
    body: field(busy(90)),
    drive: async ({ press, click, pause }) => {
      await click('#field');
      await press('a');
      await pause(300);
    },
  },
  {
    name: 'sixty-interactions',
    body: field(`${busy(50)} if (field.value.length === 30) ${busy(150)}`),
    drive: async ({ press, click, pause }) => {
      await click('#field');
      for (let n = 0; n < 60; n++) await press('a');
      await pause(300);
    },
  },
];
