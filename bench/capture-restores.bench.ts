import { findExtension } from '../cli/measure/extension-dir.ts';
import { startPageServer } from './agreement/page-server.ts';
import { makeRoundTrips, ROUND_TRIP_PAGE } from './capture/make-round-trips.ts';
import { startChromium } from './capture/start-chromium.ts';
import { readCount } from './read-count.ts';

/**
 * Leaves a page and comes back to it out of the back/forward cache, many times. Exit code 1 unless it came from the
 * cache every time, each restore is a visit of its own, and nobody complained.
 *
 *     npm run bench capture-restores [times]
 */
const times = readCount(1, 'round trips', 200);
const server = await startPageServer([ROUND_TRIP_PAGE]);
const chromium = await startChromium({ extensionDir: findExtension() });
const trips = await makeRoundTrips({ chromium, server, worker: await chromium.worker() }, times);
await chromium.stop();
await server.stop();

const restored = trips.persisted.filter(Boolean).length;
const visits = trips.kinds.filter((kind) => kind === 'back-forward-cache').length;
console.log(
  `${times} round trips: ${restored} out of the back/forward cache, ${visits} stored as visits of their own,`,
);
console.log(
  `${new Set(trips.visitIds).size} ids for ${trips.visitIds.length} visits, ${trips.complaints.length} errors.`,
);
for (const complaint of trips.complaints.slice(0, 10)) console.log(complaint);
const isRight = restored === times && visits === times && trips.complaints.length === 0;
process.exitCode = isRight ? 0 : 1;
