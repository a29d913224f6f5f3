import { quantile } from '../../src/domain/statistics.ts';
import { atLeast, type Figure, known } from '../soak/row.ts';
import { startRawBrowser } from '../soak/raw-browser.ts';
import { buildIngestPage } from './build-page.ts';
import { measureLatency } from './measure-latency.ts';
import type { IngestOptions, IngestResult, Speed } from './page.ts';

/** As many as the worker judges between two hints. */
const BATCH = 20;

/** What is stored before: from nothing much to ten pages that keep all they may. */
const SIZES: readonly (Pick<IngestOptions, 'stored' | 'pages'> & { readonly name: string })[] = [
  { name: '×1', stored: 30, pages: 1 },
  { name: '×10', stored: 300, pages: 1 },
  { name: '×100', stored: 3_000, pages: 10 },
];

/** The least share of what bare idb writes, of the very rows that ours does, on the same disk in the same minute. */
const GOAL = 0.5;

/**
 * What it costs to take a load in: loads a second through our store against the same rows written by bare idb, with more
 * and more stored already; and how long a content script waits for its acknowledgement.
 */
export async function measureIngestFigures(captures = 300): Promise<Figure[]> {
  const page = await buildIngestPage();
  const browser = await startRawBrowser({ extensionDir: page.dir });
  const figures: Figure[] = [];
  try {
    const tab = await browser.openTab(`chrome-extension://${browser.extensionId}/page.html`);
    for (const { name, stored, pages } of SIZES) {
      const options = { stored, pages, captures, batch: BATCH } satisfies IngestOptions;
      const result = await tab.evaluate<IngestResult>(`measureIngest(${JSON.stringify(options)})`);
      figures.push(...listFigures(`${name} (${stored.toLocaleString('en')} stored)`, result));
    }
  } finally {
    await browser.stop();
    await page.remove();
  }
  const times = await measureLatency({ tabs: 10, loadsPerTab: Math.max(1, Math.round(captures / 10)) });
  const [p50 = 0, p99 = 0] = [0.5, 0.99].map((share) => quantile(times, share));
  const what = `message to acknowledgement, ${times.length} loads in ten tabs`;
  return [...figures, known(what, `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`)];
}

function listFigures(name: string, { arriving, together, backlog, p50, p99 }: IngestResult): Figure[] {
  const speeds = `${describe(together)}; a backlog ${describe(backlog)}; one by one ${describe(arriving)}`;
  return [
    atLeast(`${name}: ${BATCH} at once against bare idb in batches of ${BATCH}`, share(together), GOAL, '×'),
    atLeast(`${name}: a backlog against bare idb in batches of ${BATCH}`, share(backlog), GOAL, '×'),
    atLeast(`${name}: one by one against bare idb one by one`, share(arriving), GOAL, '×'),
    known(`${name}: loads a second`, `at once ${speeds}`),
    known(`${name}: capture to judged visit`, `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`),
  ];
}

function share({ ours, bare }: Speed): number {
  return Math.round((100 * ours) / bare) / 100;
}

function describe({ ours, bare, bareVisits }: Speed): string {
  const [own, all, visits] = [ours, bare, bareVisits].map((speed) => speed.toFixed(0));
  return `${own}, bare idb ${all} with every row, ${visits} with the visits alone`;
}
