import { waitFor } from '../../../cli/wait-for.ts';
import { MAX_QUEUE_ROWS } from '../../../src/domain/limits.ts';
import { type Ground, onGround } from '../ground.ts';
import type { StoreContent } from '../read-store.ts';
import { atLeast, atMost, defineRow, exactly, type Figure, known, none, type Pace } from '../row.ts';
import { writePage } from '../site.ts';

/**
 * States pushed before the browser is asked anything else: its own brake on them is off in a browser that is driven, and
 * thousands at once keep it busy for a minute.
 */
const PUSHES_AT_ONCE = 500;

/** Views that a tab walks through wait for their turn, two a second: so many ms each, and the usual time to judge them. */
const TURN = 500;
const TO_JUDGE = 15_000;

interface Scale {
  readonly reloads: number;
  readonly pushes: number;
  readonly clicks: number;
}

export const storms = defineRow<Scale>({
  id: 'B4',
  fault: 'a page reloads itself, redirects for ever, or pushes states without end',
  minutes: 22,
  short: { reloads: 16, pushes: 2_000, clicks: 8 },
  long: { reloads: 1_500, pushes: 20_000, clicks: 400 },
  measure: (scale, pace) => onGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: Ground, scale: Scale, pace: Pace): Promise<Figure[]> {
  const reloads = await stormOfReloads(ground, scale.reloads, pace);
  const states = await stormOfStates(ground, scale, pace);
  return [
    ...reloads,
    ...states,
    none('half-written', await ground.ask('verifyStore', undefined)),
    none('errors', ground.complaints),
  ];
}

/** Every load is stored, coalesced or dropped; the sum is exact. */
async function stormOfReloads(ground: Ground, reloads: number, pace: Pace): Promise<Figure[]> {
  const { site, page } = ground;
  site.serve('/storm', (_request, response) => {
    const isLast = site.count('/storm') >= reloads || !pace.goesOn();
    const script = isLast ? '' : '<script>setTimeout(() => location.reload(), 200)</script>';
    response.setHeader('content-type', 'text/html');
    response.end(writePage(`<h1>Storm</h1>${script}`));
  });
  site.serve('/for-ever', (_request, response) => {
    response.writeHead(302, { location: '/for-ever' });
    response.end();
  });
  let mostWaiting = 0;
  await page.goto(`${site.origin}/storm`);
  const accountFor = async () => {
    const content = await ground.readStore();
    const { visits, queue, counters } = content;
    mostWaiting = Math.max(mostWaiting, queue);
    const { coalesced = 0, dropped = 0 } = counters;
    pace.tell(`${site.count('/storm')} reloads: ${visits} stored, ${queue} wait, ${coalesced} coalesced`);
    return { accounted: countLoads(content), queue, coalesced, dropped };
  };
  await waitFor(
    async () => {
      const { accounted, queue } = await accountFor();
      return (queue === 0 && accounted >= site.count('/storm') && accounted >= reloads) || undefined;
    },
    { what: 'the storm to be over', timeout: 120_000 + reloads * 1_000 },
  ).catch(() => undefined);
  const { accounted, coalesced, dropped } = await accountFor();
  const other = await ground.browser.context.newPage();
  await other.goto(`${site.origin}/for-ever`).catch(() => undefined);
  await other.close();
  await page.bringToFront();
  return [
    exactly('reloads stored, coalesced or dropped', accounted, site.count('/storm')),
    atMost('captures waiting at a time', mostWaiting, MAX_QUEUE_ROWS),
    known('of these coalesced and dropped', `${coalesced} and ${dropped}`),
  ];
}

async function stormOfStates(ground: Ground, { pushes, clicks }: Scale, pace: Pace): Promise<Figure[]> {
  const { site, page } = ground;
  const before = countLoads(await ground.readStore());
  site.serve('/app', writePage('<main><h1>App</h1></main><button>Next</button>'));
  await page.goto(`${site.origin}/app`);
  for (let pushed = 0; pushed < pushes; pushed += PUSHES_AT_ONCE) {
    await page.evaluate((count) => {
      for (let n = 0; n < count; n++) history.pushState(n, '', `/app/${n % 50}`);
    }, PUSHES_AT_ONCE);
    pace.tell(`${pushed + PUSHES_AT_ONCE} of ${pushes} states pushed`);
  }
  await waitFor(async () => (countLoads(await ground.readStore()) > before ? true : undefined), {
    what: 'the visit of the app',
  });
  await page.evaluate(() => {
    document.querySelector('button')?.addEventListener('click', () => {
      history.pushState(
        0,
        '',
        `/view-${'abcdefgh'[Math.floor(Math.random() * 8)]}/${Math.random().toString(36).slice(2, 6)}`,
      );
      const main = document.querySelector('main');
      if (main) main.innerHTML = `<h1>A new view ${Math.random()}</h1><p>${'Text '.repeat(300)}</p>`;
    });
  });
  for (let click = 0; click < clicks; click++) await page.getByRole('button').click();
  await page.goto('about:blank');
  await ground.waitForQueue(TO_JUDGE + TURN * clicks);
  const content = await ground.readStore();
  const told = countLoads(content) - before;
  return [
    known('pages kept', String(content.pages)),
    atLeast('visits of states pushed by clicks, and of the page itself', told, 2),
    atMost('the same, none for states pushed by script', told, clicks + 1),
  ];
}

/** Loads that have come so far, also those that are no longer kept. */
function countLoads({ visits, counters }: StoreContent): number {
  const { coalesced = 0, dropped = 0, evicted = 0 } = counters;
  return visits + coalesced + dropped + evicted;
}
