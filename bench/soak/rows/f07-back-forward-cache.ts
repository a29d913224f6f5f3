import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../../cli/wait-for.ts';
import { nextEvent, type RawTab } from '../raw-tab.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import { defineRow, exactly, type Figure, none, type Pace } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly trips: number;
}

/** A round trip is two visits, and a tab may bring two in a second. */
const TRIP = 1_000;

export const backForwardCache = defineRow<Scale>({
  id: 'F7',
  fault: 'pages go into the back/forward cache and come back',
  minutes: 6,
  short: { trips: 5 },
  long: { trips: 200 },
  measure: (scale, pace) => onRawGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: RawGround, { trips }: Scale, pace: Pace): Promise<Figure[]> {
  const { site } = ground;
  site.serve(
    '/here',
    writePage(
      '<script>addEventListener("pageshow", ({ persisted }) => { if (persisted) window.restored = (window.restored ?? 0) + 1 })</script>',
    ),
  );
  site.serve('/there', writePage());
  const life = await ground.start();
  const tab = await life.browser.openTab(`${site.origin}/here`);
  let done = 0;
  for (; done < trips && pace.goesOn(); done++) {
    await tab.navigate(`${site.origin}/there`);
    await goBack(life, tab);
    await sleep(TRIP);
    pace.tell(`${done + 1} round trips`);
  }
  const restored = await tab.evaluate<number>('window.restored');
  await tab.navigate(`${site.origin}/there`);
  const visits = await waitForVisits(life, 2 * done + 2);
  const fromCache = visits.filter(({ snapshot }) => snapshot.navigation.kind === 'back-forward-cache');
  const merged = fromCache.filter(({ snapshot }) => snapshot.resources.length > 0);
  return [
    exactly('pages restored', restored, done),
    exactly('visits out of the cache, each with an id of its own', fromCache.length, done),
    exactly('visits of pages loaded', visits.length - fromCache.length, done + 2),
    exactly('restored visits with resources of the first load', merged.length, 0),
    none('half-written', await life.ask('verifyStore')),
  ];
}

async function goBack({ browser }: RawLife, tab: RawTab): Promise<void> {
  const navigated = nextEvent(browser.connection, 'Page.frameNavigated', tab.sessionId);
  await tab.evaluate('setTimeout(() => history.back())');
  await navigated;
}

/** The last page has settled, and every tail has come. */
async function waitForVisits(life: RawLife, count: number) {
  await waitFor(
    async () => {
      const visits = await life.readVisits();
      const final = visits.filter(({ snapshot }) => snapshot.stage === 'final');
      return (visits.length >= count && final.length >= count - 1) || undefined;
    },
    { what: `${count} visits` },
  ).catch(() => undefined);
  return life.readVisits();
}
