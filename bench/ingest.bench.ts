import { quantile } from '../src/domain/statistics.ts';
import { buildIngestPage } from './ingest/build-page.ts';
import { measureLatency } from './ingest/measure-latency.ts';
import type { IngestOptions, IngestResult } from './ingest/page.ts';
import { startRawBrowser } from './soak/raw-browser.ts';

/**
 * What it costs to take a load in: rows a second through our store against the same rows written by bare idb in
 * batches, in the same browser and the same minute, with more and more stored already; and how long a content script
 * waits for its acknowledgement.
 *
 *     npm run bench:ingest [captures]
 */
const captures = Number(process.argv[2] ?? 300);

/** As many as the worker judges between two hints. */
const BATCH = 20;

const SIZES: readonly (Pick<IngestOptions, 'stored' | 'pages'> & { readonly name: string })[] = [
  { name: 'x1', stored: 30, pages: 1 },
  { name: 'x10', stored: 300, pages: 1 },
  { name: 'x100', stored: 3_000, pages: 10 },
];

const HEADINGS = [
  'arriving',
  'backlog',
  'bare in batches',
  'bare one by one',
  'backlog/batches',
  'arriving/one by one',
  '     p50',
  '     p99',
];

const page = await buildIngestPage();
const browser = await startRawBrowser({ extensionDir: page.dir });
const tab = await browser.openTab(`chrome-extension://${browser.extensionId}/page.html`);

console.log(`${captures} captures of 60 resources: rows a second, and how long one takes as it arrives`);
console.log(`    stored | ${HEADINGS.join(' | ')}`);
for (const { name, stored, pages } of SIZES) {
  const options = { stored, pages, captures, batch: BATCH } satisfies IngestOptions;
  const result = await tab.evaluate<IngestResult>(`measureIngest(${JSON.stringify(options)})`);
  console.log([`${name} ${stored}`.padStart(10), ...formatResult(result)].join(' | '));
}
await browser.stop();
await page.remove();

const times = await measureLatency({ tabs: 10, loadsPerTab: Math.max(1, Math.round(captures / 10)) });
const [p50 = 0, p99 = 0] = [0.5, 0.99].map((share) => quantile(times, share));
console.log(
  `\nmessage to acknowledgement, ${times.length} loads in ten tabs: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
);

function formatResult({ arriving, backlog, bare, bareOneByOne, p50, p99 }: IngestResult): string[] {
  const cells = [
    arriving.toFixed(0),
    backlog.toFixed(0),
    bare.toFixed(0),
    bareOneByOne.toFixed(0),
    (backlog / bare).toFixed(2),
    (arriving / bareOneByOne).toFixed(2),
    `${p50.toFixed(1)} ms`,
    `${p99.toFixed(1)} ms`,
  ];
  return cells.map((cell, index) => cell.padStart(HEADINGS[index]?.length ?? 0));
}
