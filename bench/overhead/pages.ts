import type { Variant } from '../agreement/variant.ts';

const PARAGRAPHS = Array.from({ length: 200 }, (_, n) => `<p>Paragraph ${n} of an ordinary page.</p>`).join(
  '',
);

const images = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<img src="${n}.svg?bytes=900&width=40&height=40" alt="">`).join(
    '',
  );

const assets = (extension: string, count: number, options = ''): string[] =>
  Array.from({ length: count }, (_, n) => `${n}.${extension}?bytes=6000${options}`);

/**
 * A page that hardly does anything, an ordinary one, and one of a thousand requests with some hundred marks: scripts,
 * because a thousand images of SVG keep the browser busy for half a minute, which hides all else.
 */
export const PAGES: readonly Variant[] = [
  { name: 'quiet', body: '<h1>Quiet</h1><p>One document.</p>' },
  {
    name: 'ordinary',
    head:
      assets('css', 4)
        .map((href) => `<link rel="stylesheet" href="${href}">`)
        .join('') +
      assets('js', 12, '&block=4')
        .map((src) => `<script src="${src}" defer></script>`)
        .join(''),
    body: `<h1>Ordinary</h1>${PARAGRAPHS}${images(60)}`,
  },
  {
    name: 'large',
    body: `<h1>Large</h1>${PARAGRAPHS}${assets('js', 1_000)
      .map((src) => `<script src="${src}" async></script>`)
      .join('')}
      <script>for (let n = 0; n < 200; n++) performance.mark('mark ' + n)</script>`,
  },
];
