import { createCapture } from '../../../src/domain/capture.fixture.ts';
import { openContentWorld } from '../content-world.ts';
import { deliverUntilAcknowledged } from '../deliver.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, none, type Pace, within } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly jumps: number;
}

const DAY = 24 * 60 * 60 * 1000;

const HOUR = 60 * 60 * 1000;

/** Forward and back by a day and by the hour of summer time, and far into the past. */
const OFFSETS = [DAY, 0, -DAY, HOUR, -HOUR, -365 * DAY];

export const clockJumps = defineRow<Scale>({
  id: 'F12',
  fault: 'the clock jumps forward and back',
  short: { jumps: 6 },
  long: { jumps: 60 },
  measure: (scale, pace) => onGround((ground) => measure(ground, scale, pace)),
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
  const negative = visits.flatMap(({ snapshot }) =>
    Object.entries(snapshot.metrics)
      .filter(([, value]) => value < 0)
      .map(([name, value]) => `${name} ${value}`),
  );
  return [
    exactly('order', order.join() === sent.join() ? 'as they came' : 'another', 'as they came'),
    none('negative durations', negative),
    within('slowest to be judged', slowest / 1000, 5, ' s'),
    none('half-written', await ground.ask('verifyStore', undefined)),
  ];
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
