import { setTimeout as sleep } from 'node:timers/promises';
import { createCapture } from '../../../src/domain/capture.fixture.ts';
import { openContentWorld } from '../content-world.ts';
import { deliverUntilAcknowledged } from '../deliver.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, known, none, type Pace, within } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly tabs: number;
  readonly loadsPerTab: number;
  readonly kills: number;
}

/** Two loads a second is what a tab may bring: faster ones would be coalesced, which is another row. */
const LOADS_AT_ONCE = 10;

const LOAD_INTERVAL = 500;

/** A worker starts, judges and answers within about this time: kills fall on every line of it. */
const LONGEST_LIFE = 250;

export const workerKilled = defineRow<Scale>({
  id: 'F1',
  fault: 'the worker is killed at random points while captures arrive',
  minutes: 10,
  short: { tabs: 4, loadsPerTab: 8, kills: 12 },
  long: { tabs: 20, loadsPerTab: 100, kills: 500 },
  measure: (scale, pace) => onGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: Ground, scale: Scale, pace: Pace): Promise<Figure[]> {
  let isOver = false;
  const tabs = Array.from({ length: scale.tabs }, (_, tab) =>
    sendLoads(ground, tab, scale.loadsPerTab, pace),
  );
  const [sent, { count, last }] = await Promise.all([
    Promise.all(tabs).finally(() => (isOver = true)),
    killAtRandom(ground, scale.kills, () => isOver),
  ]);
  await ground.waitForQueue();
  const emptyAfter = performance.now() - last;
  const acknowledged = sent.flat();
  const visits = await ground.readVisits();
  const stored = new Set(visits.map(({ visitId }) => visitId));
  const judged = visits.filter(({ judgement }) => judgement.excluded.length === 0);
  pace.tell(`${count} kills, ${acknowledged.length} loads`);
  return [
    known('kills, and loads acknowledged', `${count}, ${acknowledged.length}`),
    exactly('acknowledged loads lost', acknowledged.filter((id) => !stored.has(id)).length, 0),
    exactly('loads judged twice', (await ground.readStore()).samples - judged.length, 0),
    none('half-written', await ground.ask('verifyStore', undefined)),
    within('queue empty after the last kill', emptyAfter / 1000, 5, ' s'),
    none('errors', ground.complaints),
  ];
}

/** Sends the loads of one tab as its content script would, each until it is acknowledged. */
async function sendLoads(ground: Ground, tab: number, loads: number, pace: Pace): Promise<string[]> {
  const path = `/tab-${String.fromCharCode(97 + tab)}`;
  ground.site.serve(path, writePage());
  const page = await ground.browser.context.newPage();
  await page.goto(ground.site.origin + path);
  const world = await openContentWorld(ground.browser, page);
  const sent: string[] = [];
  for (let load = 0; load < loads && pace.goesOn(); load++) {
    if (load >= LOADS_AT_ONCE) await sleep(LOAD_INTERVAL);
    const capture = createCapture({ visitId: crypto.randomUUID(), url: ground.site.origin + path });
    await deliverUntilAcknowledged(world, capture);
    sent.push(capture.visitId);
  }
  await page.close();
  return sent;
}

async function killAtRandom(
  { killer }: Ground,
  kills: number,
  isOver: () => boolean,
): Promise<{ count: number; last: number }> {
  let count = 0;
  let last = performance.now();
  while (count < kills && !isOver()) {
    await sleep(Math.random() * LONGEST_LIFE);
    await killer.kill();
    count++;
    last = performance.now();
  }
  return { count, last };
}
