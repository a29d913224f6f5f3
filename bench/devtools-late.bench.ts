import { findExtension } from '../cli/measure/extension-dir.ts';
import { startPageServer } from './agreement/page-server.ts';
import { LATE_PAGE, loadAndOpenLate } from './capture/open-late.ts';
import { startChromium } from './capture/start-chromium.ts';
import { readCount } from './read-count.ts';

/**
 * Opens DevTools on a page that has begun to load, or has loaded, without it, many times. Exit code 1 unless every load
 * is stored once, whole and with its last word.
 *
 *     npm run bench devtools-late [loads]
 */
const loads = readCount(1, 'loads', 200);

/** From the middle of the load until after it has settled. */
const MOMENTS = [0, 100, 400, 900, 1_600];

const server = await startPageServer([LATE_PAGE], { withOracle: false });
const chromium = await startChromium({ extensionDir: findExtension() });
const bench = { chromium, server, worker: await chromium.worker() };
const complaints: string[] = [];
let logged = 0;
for (let n = 0; n < loads; n++) {
  const load = await loadAndOpenLate(bench, { after: MOMENTS[n % MOMENTS.length] ?? 0 });
  logged += load.logged;
  const losses = load.visits === 1 ? load.losses : [`stored ${load.visits} times`, ...load.losses];
  if (losses.length > 0) complaints.push(`load ${n + 1}: ${losses.join(', ')}`);
}
await chromium.stop();
await server.stop();

console.log(`${loads} loads with DevTools opened late: ${loads - complaints.length} stored once and whole.`);
console.log(`DevTools' log has added to ${logged} of their requests, which are as many without it.`);
for (const complaint of complaints.slice(0, 10)) console.log(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
