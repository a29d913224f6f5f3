import { type Fault, scale } from '../fault.ts';
import { changeAsset, withAsset } from '../site.ts';

export const STYLE_FAULTS: readonly Fault[] = [
  {
    id: 'font-block',
    title: 'Text waits for a web font that takes half a second',
    page: '/article',
    view: 'first',
    change: (site, strength) => ({
      ...changeAsset(site, '/fonts/brand.ttf', { delay: scale(30, 500, strength) }),
      article: { fontDisplay: 'block' },
    }),
    truth: {
      causes: [{ where: /\/fonts\/brand\.ttf$/, kinds: ['slow-server'] }],
      metrics: ['largestContentfulPaint'],
    },
  },
  {
    id: 'css-import',
    title: 'The main stylesheet imports another one',
    page: '/',
    view: 'first',
    change(site, strength) {
      const path = '/css/reset-extra.css';
      const imported = {
        kind: 'stylesheet',
        code: '',
        bytes: 20_000,
        delay: scale(0, 60, strength),
      } as const;
      return changeAsset(withAsset(site, path, imported), '/css/main.css', { imports: [path] });
    },
    truth: {
      causes: [{ where: /\/css\/reset-extra\.css$/, kinds: ['added-resource'] }],
      metrics: ['firstContentfulPaint'],
    },
  },
  {
    id: 'slow-css',
    title: 'The server takes 400 ms longer for the main stylesheet',
    page: '/',
    view: 'first',
    change: (site, strength) => changeAsset(site, '/css/main.css', { delay: scale(20, 420, strength) }),
    truth: {
      causes: [{ where: /\/css\/main\.css$/, kinds: ['slow-server'] }],
      metrics: ['firstContentfulPaint'],
    },
  },
];
