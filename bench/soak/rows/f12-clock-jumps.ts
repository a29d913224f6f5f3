import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../../cli/wait-for.ts';
import { createCapture } from '../../../src/domain/capture.fixture.ts';
import { openContentWorld } from '../content-world.ts';
import { deliverUntilAcknowledged } from '../deliver.ts';
import type { VisitRow } from '../../../src/store/schema.ts';
import { type Ground, onGround } from '../ground.ts';
import { onRawGround, type RawGround, type RawLife } from '../raw-ground.ts';
import { defineRow, exactly, type Figure, none, type Pace, within } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly jumps: number;
}

const DAY = 24 * 60 * 60 * 1000;

const SLEEP = 3_000;

const HOUR = 60 * 60 * 1000;

/** Forward and back by a day and by the hour of summer time, and far into the past. */
const OFFSETS = [DAY, 0, -DAY, HOUR, -HOUR, -365 * DAY];

export const clockJumps = defineRow<Scale>({
  id: 'F12',
  fault: 'the clock jumps forward and back, and the machine sleeps',
  short: { jumps: 6 },
  long: { jumps: 60 },
  measure: async (scale, pace) => [
    ...(await onGround((ground) => measure(ground, scale, pace))),
    ...(await onRawGround(measureSleep)),
  ],
});

async function measure(ground: Ground, { jumps }: Scale, pace: Pace): Promise<Figure[]> {
  ground.site.serve('/', writePage());
  const url = `${ground.site.origin}/`;
  await ground.page.goto(url);
  const world = await openContentWorld(ground.browser, ground.page);
  const sent: string[] = [];
  let slowest = 0;
  for (let jump = 0; jump < jumps && pace.goesOn(); jump++) {
    const offset = OFFSETS[jump % OFFSETS.length] ?? 0;
    await setClock(ground, offset);
    const capture = createCapture({
      visitId: crypto.randomUUID(),
      url,
      startedAt: Date.now() + offset,
    });
    const start = performance.now();
    await deliverUntilAcknowledged(world, capture);
    await ground.waitForQueue();
    slowest = Math.max(slowest, performance.now() - start);
    sent.push(capture.visitId);
    pace.tell(`${jump + 1} jumps of the clock`);
  }
  const visits = await ground.readVisits();
  const order = visits.map(({ visitId }) => visitId).filter((id) => sent.includes(id));
  return [
    exactly('order', order.join() === sent.join() ? 'as they came' : 'another', 'as they came'),
    none('negative durations', listNegative(visits)),
    within('slowest to be judged', slowest / 1000, 5, ' s'),
    none('half-written', await ground.ask('verifyStore', undefined)),
  ];
}

function listNegative(visits: readonly VisitRow[]): string[] {
  return visits.flatMap(({ snapshot }) =>
    Object.entries(snapshot.metrics)
      .filter(([, value]) => value < 0)
      .map(([name, value]) => `${name} ${value}`),
  );
}

/** A machine that sleeps stops every process of the browser: here in the middle of a load, for longer than it takes. */
async function measureSleep({ site, start }: RawGround): Promise<Figure[]> {
  let letGo: (() => void) | undefined;
  site.serve('/', writePage('<h1>Page</h1><script src="/slow"></script>'));
  site.serve('/slow', (_request, response) => {
    letGo = () => void response.end();
  });
  const life = await start();
  const { targetId } = await life.browser.connection.send('Target.createTarget', { url: `${site.origin}/` });
  await waitFor(() => letGo, { what: 'the request that holds the load up' });
  await suspend(life, SLEEP);
  letGo?.();
  await waitFor(async () => ((await life.readStore()).visits > 0 ? true : undefined), {
    what: 'the load through which the machine slept',
    timeout: 30_000,
  });
  await life.browser.connection.send('Target.closeTarget', { targetId });
  const tail = await waitFor(
    async () => (await life.readVisits()).find(({ snapshot }) => snapshot.stage === 'final'),
    { what: 'its tail' },
  );
  return [
    none('negative durations of a load through which the machine slept', listNegative([tail])),
    exactly(
      'that load',
      (tail.snapshot.metrics.load ?? 0) >= SLEEP ? 'as long as it was' : 'shorter',
      'as long as it was',
    ),
    none('half-written after it', await life.ask('verifyStore')),
  ];
}

/** Stops all processes of the browser, and lets them go on. */
async function suspend({ browser }: RawLife, milliseconds: number): Promise<void> {
  const { processInfo } = await browser.connection.send('SystemInfo.getProcessInfo');
  const ids: number[] = processInfo.map(({ id }: { id: number }) => id);
  for (const id of ids) process.kill(id, 'SIGSTOP');
  await sleep(milliseconds);
  for (const id of ids) process.kill(id, 'SIGCONT');
}

/** Puts the worker's clock off by so much. */
async function setClock({ browser }: Ground, offset: number): Promise<void> {
  const worker = await browser.serviceWorker();
  await worker.evaluate((milliseconds) => {
    const clock = globalThis as { realNow?: () => number };
    const realNow = (clock.realNow ??= Date.now.bind(Date));
    Date.now = () => realNow() + milliseconds;
  }, offset);
}
