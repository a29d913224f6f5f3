import { waitFor } from '../../../cli/wait-for.ts';
import { withExtensionCopy } from '../extension-copy.ts';
import { type RawGround, onRawGround } from '../raw-ground.ts';
import { atMost, defineRow, exactly, type Figure, known } from '../row.ts';
import { startSite, writePage } from '../site.ts';

interface Scale {
  readonly frames: number;
  /** Measure too what it would cost to be in every frame. */
  readonly compare: boolean;
}

const ELSEWHERE = '127.0.0.2';

export const manyFrames = defineRow<Scale>({
  id: 'B3',
  fault: 'a page has hundreds of frames',
  short: { frames: 50, compare: false },
  long: { frames: 1000, compare: true },
  measure: async (scale) => {
    const ours = await onRawGround((ground) => countMemory(ground, scale));
    return [
      exactly('worlds of ours in the page', ours.worlds, 1),
      exactly('visits', ours.visits, 1),
      exactly('messages refused', ours.refused, 0),
      atMost('memory because of us', ours.heap - ours.heapWithout, 5, ' MB'),
      known('heap of the page', `${Math.round(ours.heap)} MB`),
      ...(scale.compare ? [await measureInAllFrames(scale)] : []),
    ];
  },
});

async function measureInAllFrames(scale: Scale): Promise<Figure> {
  const { heap } = await withExtensionCopy(
    (manifest) => ({
      ...manifest,
      content_scripts: manifest.content_scripts.map((script) => ({ ...script, all_frames: true })),
    }),
    (dir) => onRawGround((ground) => countMemory(ground, scale), dir),
  );
  return known('and if we were in every frame', `${Math.round(heap)} MB`);
}

async function countMemory(ground: RawGround, { frames }: Scale) {
  const life = await ground.start();
  const elsewhere = await startSite(ELSEWHERE);
  const body = `<h1>Frames</h1>${'<iframe src="/frame"></iframe>'.repeat(frames)}`;
  for (const site of [ground.site, elsewhere]) {
    site.serve('/', writePage(body));
    site.serve('/frame', writePage('<p>A frame</p>'));
  }
  const plain = await life.browser.openTab(`${elsewhere.origin}/`);
  const heapWithout = await measureHeap(plain);
  await plain.close();
  const tab = await life.browser.openTab(`${ground.site.origin}/`);
  await waitFor(async () => (await life.readVisits()).length > 0 || undefined, {
    what: 'the visit',
    timeout: 60_000,
  });
  const origin = `chrome-extension://${life.browser.extensionId}`;
  const worlds = tab.listWorlds().filter((world) => world === origin).length;
  const heap = await measureHeap(tab);
  await elsewhere.stop();
  const { visits, counters } = await life.readStore();
  return { worlds, visits, refused: counters['refused'] ?? 0, heap, heapWithout };
}

/** In megabytes, of all frames together: they are of one origin and share a process. */
async function measureHeap(tab: {
  send: (method: string) => Promise<{ usedSize: number }>;
}): Promise<number> {
  await tab.send('HeapProfiler.collectGarbage');
  return (await tab.send('Runtime.getHeapUsage')).usedSize / 1e6;
}
