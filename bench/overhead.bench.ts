import { loadavg } from 'node:os';
import { findExtension } from '../cli/measure/extension-dir.ts';
import { startPageServer } from './agreement/page-server.ts';
import { type Chromium, startChromium } from './capture/start-chromium.ts';
import { buildBareExtension, buildEmptyExtension } from './overhead/build-extension.ts';
import { compareCosts, CONTESTANTS, type Contestant, type Round } from './overhead/compare-costs.ts';
import { formatCosts } from './overhead/format-costs.ts';
import { type LoadCost, measureLoad } from './overhead/measure-load.ts';
import { PAGES } from './overhead/pages.ts';
import { readCount } from './read-count.ts';

/**
 * What the extension adds to a load, against no extension, one with an empty content script and a bare one of web-vitals
 * alone. Four browsers load the same page in turn, in an order that moves on with each round.
 *
 *     npm run bench:overhead [rounds] [page]
 */
const rounds = readCount(1, 'rounds', 20);
const page = process.argv[3];
const pages = PAGES.filter(({ name }) => page === undefined || name === page);
if (pages.length === 0) {
  console.error(`page: expected ${PAGES.map(({ name }) => name).join(', ')} or none, got ${page}`);
  process.exit(2);
}
const WARM_UP = 2;

const bare = await buildBareExtension();
const empty = await buildEmptyExtension();
const server = await startPageServer(PAGES, { withOracle: false });
const browsers: Readonly<Record<Contestant, Chromium>> = {
  none: await startChromium(),
  empty: await startChromium({ extensionDir: empty.dir }),
  bare: await startChromium({ extensionDir: bare.dir }),
  ours: await startChromium({ extensionDir: findExtension() }),
};
const worker = await browsers.ours.worker();

for (const { name } of pages) {
  const url = `${server.origin}/${name}/`;
  const measured: Round[] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    const costs = await measureRound(url, round + WARM_UP);
    if (round >= 0) measured.push(costs);
  }
  console.log(formatCosts(name, compareCosts(measured)));
}

await worker.send('Runtime.evaluate', { expression: '0' });
for (const browser of Object.values(browsers)) await browser.stop();
await server.stop();
await bare.remove();
await empty.remove();
console.log(`${rounds} rounds; load of the machine ${loadavg()[0]?.toFixed(1)} at the end`);

async function measureRound(url: string, shift: number): Promise<Round> {
  const costs: Partial<Record<Contestant, LoadCost>> = {};
  for (let n = 0; n < CONTESTANTS.length; n++) {
    const name = CONTESTANTS[(n + shift) % CONTESTANTS.length] ?? 'none';
    costs[name] = await measureLoad(browsers[name], url);
  }
  return costs as Round;
}
