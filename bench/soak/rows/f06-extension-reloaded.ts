import type { Page } from 'playwright';
import { waitFor } from '../../../cli/wait-for.ts';
import { readStoredVisits } from '../../../cli/stored-visits.ts';
import { openExtensionsPage } from '../extensions-page.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, none, type Pace } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly tabs: number;
  readonly reloads: number;
}

export const extensionReloaded = defineRow<Scale>({
  id: 'F6',
  fault: 'the extension is reloaded with tabs open',
  short: { tabs: 4, reloads: 2 },
  long: { tabs: 20, reloads: 50 },
  measure: (scale, pace) => onGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: Ground, { tabs, reloads }: Scale, pace: Pace): Promise<Figure[]> {
  const errors: string[] = [];
  const left: string[] = [];
  await (await openExtensionsPage(ground.browser)).allowReload();
  const pages = await openTabs(ground, tabs, errors);
  let inside = ground.inside;
  await waitForRows(inside, tabs);
  let done = 0;
  for (; done < reloads && pace.goesOn(); done++) {
    inside = await reloadExtension(ground, inside);
    await Promise.all(pages.map(disturb));
    left.push(...(await Promise.all(pages.map((page) => listLeftovers(ground, page)))).flat());
    await waitForRows(inside, tabs * (done + 2));
    pace.tell(`${done + 1} reloads with ${tabs} tabs open`);
  }
  const visits = await readStoredVisits(inside);
  const late = visits.filter(({ snapshot }) => snapshot.late);
  const wrong = await inside.evaluate(async () => {
    const reply = await chrome.runtime.sendMessage({ protocol: 1, request: 'verifyStore' });
    return reply.value as string[];
  });
  return [
    none('errors in page consoles', errors),
    none('listeners and observers of the old scripts', left),
    exactly('visits: those of the loads', visits.length - late.length, tabs),
    exactly('and one that is marked late for each tab and reload', late.length, tabs * done),
    none('half-written', wrong),
  ];
}

async function openTabs({ browser, site }: Ground, tabs: number, errors: string[]): Promise<Page[]> {
  return Promise.all(
    Array.from({ length: tabs }, async (_, index) => {
      const path = `/tab-${String.fromCharCode(97 + index)}`;
      site.serve(path, writePage('<button>Press</button>'));
      const page = await browser.context.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(site.origin + path);
      return page;
    }),
  );
}

/** Reloading closes all pages of the extension; its files can be read again when it is back. */
async function reloadExtension({ browser }: Ground, inside: Page): Promise<Page> {
  const url = inside.url();
  const closed = inside.waitForEvent('close');
  await inside.evaluate(() => setTimeout(() => chrome.runtime.reload()));
  await closed;
  const next = await browser.context.newPage();
  await waitFor(
    () =>
      next.goto(url).then(
        () => true,
        () => undefined,
      ),
    { what: 'the extension to be back' },
  );
  return next;
}

/** Gives both scripts in the page something to do: the one that is left over must stay silent. */
async function disturb(page: Page): Promise<void> {
  await page.evaluate(async () => {
    performance.mark('after the reload');
    await fetch(location.href);
  });
  await page.getByRole('button').click();
}

/**
 * What scripts that have lost their extension still hold, after the first event that told them so. Their worlds stay
 * until the page is left.
 */
async function listLeftovers({ browser }: Ground, page: Page): Promise<string[]> {
  const session = await browser.context.newCDPSession(page);
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const own = contexts.filter(({ origin }) => origin === `chrome-extension://${browser.extensionId}`);
  const left: string[] = [];
  for (const { id: contextId } of own) {
    const evaluate = async (expression: string) =>
      (await session.send('Runtime.evaluate', { expression, contextId })).result;
    if ((await evaluate('Boolean(chrome.runtime?.id)')).value === true) continue;
    for (const target of ['window', 'document']) {
      const { objectId = '' } = await evaluate(target);
      const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId });
      left.push(...listeners.map(({ type }) => `${type} of ${target}`));
    }
    const { objectId = '' } = await evaluate('PerformanceObserver.prototype');
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: objectId });
    left.push(...(objects.description === 'Array(0)' ? [] : [`observers: ${objects.description}`]));
  }
  await session.detach();
  return left;
}

async function waitForRows(inside: Page, rows: number): Promise<void> {
  await waitFor(async () => (await readStoredVisits(inside)).length >= rows || undefined, {
    what: `${rows} rows`,
    timeout: 30_000,
  });
}
