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

interface Kills {
  count: number;
  last: number;
  /** All loads have been sent. */
  isOver: boolean;
}

const KILL_CHECK = 20;

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
  const kills: Kills = { count: 0, last: performance.now(), isOver: false };
  const tabs = Array.from({ length: scale.tabs }, (_, tab) =>
    sendLoads(ground, tab, { ...scale, kills, mostKills: scale.kills, pace }),
  );
  const [sent] = await Promise.all([
    Promise.all(tabs).finally(() => (kills.isOver = true)),
    killAtRandom(ground, scale.kills, kills),
  ]);
  await ground.waitForQueue();
  const emptyAfter = performance.now() - kills.last;
  const acknowledged = sent.flat();
  const visits = await ground.readVisits();
  const stored = new Set(visits.map(({ visitId }) => visitId));
  const judged = visits.filter(({ judgement }) => judgement.excluded.length === 0);
  pace.tell(`${kills.count} kills, ${acknowledged.length} loads`);
  return [
    known('kills, and loads acknowledged', `${kills.count}, ${acknowledged.length}`),
    exactly('acknowledged loads lost', acknowledged.filter((id) => !stored.has(id)).length, 0),
    exactly('loads judged twice', (await ground.readStore()).samples - judged.length, 0),
    none('half-written', await ground.ask('verifyStore', undefined)),
    within('queue empty after the last kill', emptyAfter / 1000, 5, ' s'),
    none('errors', ground.complaints),
  ];
}

interface Sending extends Omit<Scale, 'kills'> {
  readonly kills: Kills;
  readonly mostKills: number;
  readonly pace: Pace;
}

/**
 * Sends the loads of one tab as its content script would, each until it is acknowledged; no faster than the kills come,
 * so that they are spread over all loads.
 */
async function sendLoads(
  ground: Ground,
  tab: number,
  { loadsPerTab, kills, mostKills, pace }: Sending,
): Promise<string[]> {
  const path = `/tab-${String.fromCharCode(97 + tab)}`;
  ground.site.serve(path, writePage());
  const page = await ground.browser.context.newPage();
  await page.goto(ground.site.origin + path);
  const world = await openContentWorld(ground.browser, page);
  const sent: string[] = [];
  for (let load = 0; load < loadsPerTab && pace.goesOn(); load++) {
    while (kills.count < (mostKills * load) / loadsPerTab && pace.goesOn()) await sleep(KILL_CHECK);
    if (load >= LOADS_AT_ONCE) await sleep(LOAD_INTERVAL);
    const capture = createCapture({ visitId: crypto.randomUUID(), url: ground.site.origin + path });
    await deliverUntilAcknowledged(world, capture);
    sent.push(capture.visitId);
  }
  await page.close();
  return sent;
}

async function killAtRandom({ killer }: Ground, most: number, kills: Kills): Promise<void> {
  while (kills.count < most && !kills.isOver) {
    await sleep(Math.random() * LONGEST_LIFE);
    await killer.kill();
    kills.count++;
    kills.last = performance.now();
  }
}
