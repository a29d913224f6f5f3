import type { SpaOptions } from '../site.ts';
import { writeDocument } from './layout.ts';

/** `/spa`: an empty root that a bundle fills once the API has answered. */
export function writeSpaPage({ blockingScripts, preloadHero }: SpaOptions): string {
  return writeDocument({
    title: 'Catalogue | Clay & Alder',
    head: [
      ...(preloadHero ? ['<link rel="preload" as="image" href="/img/hero.png" fetchpriority="high">'] : []),
      ...blockingScripts.map((path) => `<script src="${path}"></script>`),
      '<script src="/js/spa.js" defer></script>',
    ].join('\n'),
    body: '<main id="root"></main>',
  });
}

/** `/modules`: the same page, rendered by a graph of ES modules. Nothing is on the screen before it has run. */
export function writeModulesPage(): string {
  return writeDocument({
    title: 'Catalogue, in modules | Clay & Alder',
    head: '<style>.masthead, footer { visibility: hidden; }</style>',
    body: '<main id="root"></main>',
    end: '<script type="module" src="/modules/main.js"></script>',
  });
}
