import type { Page } from 'playwright';
import { waitFor } from '../../../cli/wait-for.ts';
import type { Snapshot } from '../../../src/domain/snapshot.ts';
import { type Ground, onGround } from '../ground.ts';
import { atLeast, defineRow, exactly, type Figure, none, type Pace } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly tabs: number;
  readonly rounds: number;
}

/** Made after the load has been acknowledged: they come with the tail, which they make some 40 kB of the 64 it may have. */
const LATE_REQUESTS = 150;

export const workerAsleep = defineRow<Scale>({
  id: 'F3',
  fault: 'the worker sleeps whenever a page is left or closed',
  minutes: 8,
  short: { tabs: 4, rounds: 3 },
  long: { tabs: 10, rounds: 40 },
  measure: (scale, pace) => onGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: Ground, { tabs, rounds }: Scale, pace: Pace): Promise<Figure[]> {
  const { browser, killer, site } = ground;
  let loads = 0;
  let pages: Page[] = [];
  site.serve('/late', 'late');
  for (let round = 0; round < rounds && pace.goesOn(); round++) {
    if (round % 2 === 0) {
      pages = await Promise.all(Array.from({ length: tabs }, () => browser.context.newPage()));
    }
    await killer.kill();
    await Promise.all(
      pages.map(async (page, index) => {
        const path = `/page-${String.fromCharCode(97 + index)}`;
        site.serve(path, writePage());
        await page.goto(site.origin + path);
      }),
    );
    loads += tabs;
    await waitForLoads(ground, loads);
    await Promise.all(pages.map(makeLateRequests));
    pace.tell(`${loads} loads left with the worker asleep`);
    if (round % 2 === 0 && round < rounds - 1) continue;
    await killer.kill();
    await Promise.all(pages.map((page) => page.close()));
  }
  const isFinal = async () => {
    const visits = await ground.readVisits();
    return visits.filter(({ snapshot }) => snapshot.stage === 'final').length;
  };
  await waitFor(async () => ((await isFinal()) === loads ? true : undefined), {
    what: 'the last tails',
  }).catch(() => undefined);
  const visits = await ground.readVisits();
  const settled = visits.filter(({ snapshot }) => snapshot.settledAt !== undefined);
  return [
    atLeast('provisional snapshots', (100 * settled.length) / loads, 100, ' %'),
    exactly(
      'tails that carry or count everything that came late',
      visits.filter(({ snapshot }) => countLate(snapshot) === LATE_REQUESTS).length,
      loads,
    ),
    atLeast('tails', (100 * (await isFinal())) / loads, 99.5, ' %'),
    none('half-written', await ground.ask('verifyStore', undefined)),
    none('errors', ground.complaints),
  ];
}

function countLate({ resources, dropped }: Snapshot): number {
  const carried = resources.filter(({ url }) => url.endsWith('/late')).length;
  return carried + (dropped.resourcesAfterSettle ?? 0);
}

function makeLateRequests(page: Page): Promise<void> {
  return page.evaluate(async (count) => {
    await Promise.all(Array.from({ length: count }, (_, n) => fetch(`/late?${n}`)));
  }, LATE_REQUESTS);
}

async function waitForLoads(ground: Ground, loads: number): Promise<void> {
  await waitFor(
    async () => {
      const visits = await ground.readVisits();
      const settled = visits.filter(({ snapshot }) => snapshot.settledAt !== undefined);
      return settled.length >= loads ? true : undefined;
    },
    { what: `${loads} loads to be stored`, timeout: 30_000 },
  );
}
