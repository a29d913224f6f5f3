import { type Fault, scale } from '../fault.ts';
import { changeShop } from '../site.ts';

export const DOCUMENT_FAULTS: readonly Fault[] = [
  {
    id: 'slow-ttfb',
    title: 'The server takes 400 ms longer for the document',
    page: '/',
    view: 'first',
    change: (site, strength) => ({ ...site, documentDelay: scale(60, 460, strength) }),
    truth: {
      causes: [{ where: 'document', kinds: ['slow-document'] }],
      metrics: ['timeToFirstByte', 'firstContentfulPaint', 'largestContentfulPaint', 'load'],
    },
  },
  {
    id: 'redirect',
    title: 'The page is reached through a redirect',
    page: '/',
    view: 'first',
    change: (site, strength) => ({ ...site, redirectDelay: scale(0, 180, strength) }),
    truth: {
      causes: [{ where: 'document', kinds: ['redirect'] }],
      metrics: ['timeToFirstByte', 'firstContentfulPaint', 'largestContentfulPaint', 'load'],
    },
  },
  {
    id: 'dom-explosion',
    title: 'The table of stockists has 15,000 rows',
    page: '/',
    view: 'first',
    change: (site, strength) => changeShop(site, { stockists: scale(150, 15_000, strength) }),
    truth: {
      causes: [{ where: 'document', kinds: ['dom-size', 'html-parse', 'html-download'] }],
      metrics: ['firstContentfulPaint', 'load'],
    },
  },
];
