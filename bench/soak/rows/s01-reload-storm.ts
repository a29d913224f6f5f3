import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../../cli/wait-for.ts';
import { MAX_QUEUE_ROWS } from '../../../src/domain/limits.ts';
import { onRawGround, type RawGround, type RawLife } from '../raw-ground.ts';
import { atMost, defineRow, exactly, type Figure, known, none, type Pace } from '../row.ts';
import { writePage } from '../site.ts';
import { measureWorkerHeap } from '../worker-heap.ts';

interface Scale {
  readonly minutes: number;
}

const PATHS = ['/storm-one', '/storm-two', '/storm-three', '/storm-four', '/storm-five'];

/** Until then everything that is made once has been made, and every page has as many visits as it keeps. */
const WARM_UP = 0.3;

const SAMPLE_INTERVAL = 2_000;

export const reloadStorm = defineRow<Scale>({
  id: 'S1',
  fault: 'five tabs reload themselves five times a second, for an hour',
  minutes: 62,
  short: { minutes: 0.1 },
  long: { minutes: 60 },
  measure: (scale, pace) => onRawGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: RawGround, { minutes }: Scale, pace: Pace): Promise<Figure[]> {
  const { site } = ground;
  const start = performance.now();
  const share = () => Math.max((performance.now() - start) / (minutes * 60_000), pace.goesOn() ? 0 : 1);
  for (const path of PATHS) {
    site.serve(path, (_request, response) => {
      const script = share() < 1 ? '<script>setTimeout(() => location.reload(), 200)</script>' : '';
      response.setHeader('content-type', 'text/html');
      response.end(writePage(`<h1>Storm</h1>${script}`));
    });
  }
  const life = await ground.start();
  for (const path of PATHS)
    await life.browser.connection.send('Target.createTarget', { url: site.origin + path });
  let mostWaiting = 0;
  let heapBefore: number | undefined;
  while (share() < 1) {
    await sleep(SAMPLE_INTERVAL);
    const { queue } = await life.readStore();
    mostWaiting = Math.max(mostWaiting, queue);
    if (share() > WARM_UP) heapBefore ??= await measureWorkerHeap(life);
    pace.tell(`${countLoads(ground)} loads, ${queue} wait`);
  }
  await waitFor(async () => ((await countAccounted(life)) === countLoads(ground) ? true : undefined), {
    what: 'every load to be accounted for',
    timeout: 60_000,
  }).catch(() => undefined);
  const heapAfter = await measureWorkerHeap(life);
  const { visits, counters } = await life.readStore();
  return [
    exactly('loads stored, coalesced, dropped or evicted', await countAccounted(life), countLoads(ground)),
    atMost('captures waiting at a time', mostWaiting, MAX_QUEUE_ROWS),
    atMost('growth of the worker’s heap', (heapAfter - (heapBefore ?? heapAfter)) / 1e6, 5, ' MB'),
    known('kept, and counted', `${visits} kept, ${JSON.stringify(counters)}`),
    none('half-written', await life.ask('verifyStore')),
  ];
}

function countLoads({ site }: RawGround): number {
  return PATHS.reduce((sum, path) => sum + site.count(path), 0);
}

async function countAccounted(life: RawLife): Promise<number> {
  const { visits, counters } = await life.readStore();
  const { coalesced = 0, dropped = 0, evicted = 0 } = counters;
  return visits + coalesced + dropped + evicted;
}
