import { waitFor } from '../../../cli/wait-for.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import { defineRow, exactly, type Figure, none, type Pace } from '../row.ts';
import { type Site, writePage } from '../site.ts';

interface Scale {
  readonly each: number;
}

/** Prerendered pages wait this long before they are shown. */
const WAIT = 2_500;

export const prerender = defineRow<Scale>({
  id: 'F8',
  fault: 'pages are prerendered, and shown or not',
  minutes: 8,
  short: { each: 2 },
  long: { each: 50 },
  measure: (scale, pace) => onRawGround((ground) => measure(ground, scale, pace)),
});

/** The tabs are not attached to: the browser prerenders nothing for a tab that is being debugged. */
async function measure(ground: RawGround, { each }: Scale, pace: Pace): Promise<Figure[]> {
  const { site } = ground;
  const life = await ground.start();
  let done = 0;
  let silent = 0;
  for (; done < each && pace.goesOn(); done++) {
    const name = String.fromCharCode(97 + (done % 26)) + 'x'.repeat(Math.floor(done / 26));
    const shown = await startPrerender(ground, life, `shown-${name}`, WAIT);
    if (!(await isKnown(life, shown.page))) silent++;
    await waitForBeacon(site, `${shown.page}-activated`);
    await waitFor(async () => (await isKnown(life, shown.page)) || undefined, {
      what: 'the visit of the page that was shown',
    });
    await shown.close();
    const vain = await startPrerender(ground, life, `vain-${name}`, undefined);
    await vain.close();
    pace.tell(`${done + 1} pages prerendered and shown, ${done + 1} in vain`);
  }
  await life.waitForQueue();
  const visits = (await life.readVisits()).filter(({ page }) => !page.endsWith('-start'));
  const rows = visits.filter(({ page }) => page.includes('/shown-'));
  const right = rows.filter(({ snapshot: { navigation, metrics } }) => {
    const { timeToFirstByte = -1, firstContentfulPaint = -1, load = -1 } = metrics;
    // The page was ready long before it was shown: measured from then on, it cost next to nothing.
    const isShort = [timeToFirstByte, firstContentfulPaint, load].every((value) => value < WAIT / 2);
    return navigation.kind === 'prerender' && isShort && firstContentfulPaint >= 0;
  });
  return [
    exactly('pages silent while prerendered', silent, done),
    exactly('rows of pages never shown', visits.filter(({ page }) => page.includes('/vain-')).length, 0),
    exactly('rows of pages shown', rows.length, done),
    exactly('of these measured from their activation', right.length, done),
    none('half-written', await life.ask('verifyStore')),
  ];
}

/** Opens a page that has the browser prerender another one and, after `wait`, goes there. */
async function startPrerender(
  { site }: RawGround,
  { browser }: RawLife,
  name: string,
  wait: number | undefined,
) {
  const page = `/${name}`;
  const rules = JSON.stringify({ prerender: [{ urls: [page], eagerness: 'immediate' }] });
  const go = wait === undefined ? '' : `setTimeout(() => { location.href = '${page}' }, ${wait})`;
  site.serve(
    `${page}-start`,
    writePage(`<h1>Start</h1><script type="speculationrules">${rules}</script><script>${go}</script>`),
  );
  const tell = `if (document.prerendering) fetch('${page}-prerendering');
    document.addEventListener('prerenderingchange', () => fetch('${page}-activated'));`;
  site.serve(page, writePage(`<h1>Shown</h1><script>${tell}</script>`));
  const { targetId } = await browser.connection.send('Target.createTarget', {
    url: `${site.origin}${page}-start`,
  });
  await waitForBeacon(site, `${page}-prerendering`);
  return { page, close: () => browser.connection.send('Target.closeTarget', { targetId }) };
}

async function isKnown(life: RawLife, path: string): Promise<boolean> {
  return (await life.readVisits()).some(({ page }) => page.endsWith(path));
}

async function waitForBeacon(site: Site, path: string): Promise<void> {
  await waitFor(() => site.count(path) > 0 || undefined, { what: path });
}
